/** A document as text, and what a page says of itself beside it. */
export interface ReadDocument {
  title: string;
  /** Markdown, hidden text dropped. Parts are cut by themselves; `anchor` is where in the document one stands. */
  parts: { text: string; anchor: string | null }[];
  /** Absolute http(s) addresses that a page leads to and may be followed. */
  links: string[];
  /** The address a page says it should be known by. */
  canonical: string | null;
  /** Whether a page asks not to be in an index. */
  noIndex: boolean;
}

export interface DocumentFacts {
  /** As it came over HTTP; empty for a file. */
  contentType: string;
  /** Of a file: only its ending is looked at, and only where the bytes do not tell. */
  name?: string;
  /** Where relative links start. */
  url?: string;
  /** Whose document it is: owners wait for their own documents, not for each other's. */
  owner?: string;
}

export interface DocumentReader {
  /**
   * Reads a document within bounds of time and memory. Throws a Failure `input_invalid` whose detail says why it
   * cannot be read.
   */
  read(bytes: Uint8Array, facts: DocumentFacts): Promise<ReadDocument>;
}
