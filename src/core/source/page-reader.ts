/** A page of the web as the guarded fetch read it. */
export interface Page {
  /** After redirects. */
  url: string;
  title: string;
  /** Markdown of the main content; hidden text is dropped. */
  markdown: string;
}

export interface PageReader {
  /**
   * Reads a public http(s) page. Throws a Failure `input_invalid` whose detail says why it cannot be read; it has
   * `retryAfterSeconds` when the trouble may pass by itself.
   */
  read(url: string): Promise<Page>;
}
