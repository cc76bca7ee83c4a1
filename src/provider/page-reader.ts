import { type PageReader, PageUnreachable } from "@/core/source/page-reader";
import { fieldFailure } from "@/failures";
import { FetchRefused, type GuardedFetchOptions, openGuardedFetch } from "./guarded-fetch";
import { toMarkdown } from "./page-text";

/** Reads public pages of HTML, markdown or plain text. */
export function openPageReader(options: GuardedFetchOptions): PageReader {
  const get = openGuardedFetch(options);
  return {
    async read(address) {
      try {
        const { url, contentType, body } = await get(address);
        return { url, ...toMarkdown(body, contentType) };
      } catch (error) {
        if (error instanceof FetchRefused && error.passing) throw new PageUnreachable(error.message);
        if (error instanceof FetchRefused) throw fieldFailure("url", error.message);
        throw error;
      }
    },
  };
}
