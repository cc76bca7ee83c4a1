import type { Call } from "../talk/transport";

/** What a part that is loaded later is given to work with. */
export interface ExtraWorld {
  document: Document;
  /** Words of the part's own, in the visitor's language and with the page's laid over them. */
  words<T extends object>(english: T): T;
  /** Does something to the present conversation; see the gateway. */
  act(method: Call["method"], tail?: string, body?: unknown): Promise<Response>;
  /** The sentence for whatever was thrown. */
  sentence(thrown: unknown): string;
  /** Adds a stylesheet, once. */
  adopt(css: string): void;
  /** Puts something in place of the conversation, with the focus in it; null brings the conversation back. */
  cover(node: HTMLElement | null): void;
}
