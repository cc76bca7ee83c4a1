/** A page of the web as the guarded fetch read it. */
export interface Page {
  /** After redirects. */
  url: string;
  title: string;
  /** Markdown of the main content; hidden text is dropped. */
  markdown: string;
}

/** Trouble that may pass: the same page may well be readable in a while. The message is fit for the tenant. */
export class PageUnreachable extends Error {}

export interface PageReader {
  /**
   * Reads a public http(s) page. Throws PageUnreachable for trouble that may pass, otherwise a Failure `input_invalid`
   * whose detail says why it cannot be read.
   */
  read(url: string): Promise<Page>;
}
