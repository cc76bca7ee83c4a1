import type { PageReader } from "@/core/source/page-reader";
import { Failure } from "@/failures";
import { FetchRefused, type GuardedFetchOptions, openGuardedFetch } from "./guarded-fetch";
import { toMarkdown } from "./page-text";

const RETRY_SECONDS = 60;

/** Reads public pages of HTML, markdown or plain text. */
export function openPageReader(options: GuardedFetchOptions): PageReader {
  const get = openGuardedFetch(options);
  return {
    async read(address) {
      try {
        const { url, contentType, body } = await get(address);
        return { url, ...toMarkdown(body, contentType) };
      } catch (error) {
        if (!(error instanceof FetchRefused)) throw error;
        const { message: detail, passing } = error;
        const errors = [{ path: "url", message: detail }];
        throw new Failure("input_invalid", { detail, errors, retryAfterSeconds: passing ? RETRY_SECONDS : undefined });
      }
    },
  };
}
