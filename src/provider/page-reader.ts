import type { DocumentReader } from "@/core/source/document-reader";
import type { PageReader } from "@/core/source/page-reader";
import { openPoliteFetch, type PoliteOptions } from "./ask-in-turn";
import { FetchRefused } from "./fetch-refused";
import { asFailure } from "./refused-fetch";

/** Reads public pages of HTML, markdown, plain text or PDF. */
export function openPageReader(options: PoliteOptions, documents: DocumentReader): PageReader {
  const ask = openPoliteFetch(options);
  return {
    async read(address, owner) {
      const answer = await ask(address);
      if (answer instanceof FetchRefused) return asFailure(answer);
      const { url, contentType, body } = answer;
      const { title, parts } = await documents.read(body, { contentType, url, owner });
      return { url, title, parts };
    },
  };
}
