import type { ReadDocument } from "./document-reader";

/** A page of the web as the guarded fetch read it; `url` is where redirects led. */
export type Page = Pick<ReadDocument, "title" | "parts"> & { url: string };

export interface PageReader {
  /**
   * Reads a public http(s) page. Throws a Failure `input_invalid` whose detail says why it cannot be read; it has
   * `retryAfterSeconds` when the trouble may pass by itself. `owner` as in `DocumentFacts`.
   */
  read(url: string, owner: string): Promise<Page>;
}
