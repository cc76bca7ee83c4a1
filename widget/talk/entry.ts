import type { Citation } from "../wire";
import type { Failure } from "./failure";

export type EntryState = "waiting" | "sending" | "streaming" | "done" | "stopped" | "failed";

/** One thing the visitor sees in the conversation; `note` is the widget's own voice. */
export interface Entry {
  role: "user" | "assistant" | "note";
  content: string;
  citations: Citation[];
  state: EntryState;
  createdAt: string;
  nonce?: string | undefined;
  /** As the gateway knows it; ours have one once they were answered. */
  id?: string | undefined;
  author?: "person" | "system" | undefined;
  grounded?: boolean | undefined;
  feedback?: "positive" | "negative" | undefined;
  /** A question whose answer an earlier page had begun to read. */
  interrupted?: boolean | undefined;
  failure?: Failure;
}

/** What is kept of an entry. */
export type Saved = Pick<
  Entry,
  "role" | "content" | "citations" | "createdAt" | "nonce" | "id" | "author" | "grounded" | "feedback"
> & {
  /** Still without its answer when the page went away. */
  waiting?: boolean;
};

export function toEntry({ role, content, citations = [], createdAt, id, author, grounded, feedback }: Saved): Entry {
  return { role, content, citations, createdAt, id, author, grounded, feedback, state: "done" };
}

export function fromSaved(saved: Saved): Entry {
  return { ...toEntry(saved), ...(saved.waiting && { state: "waiting", nonce: saved.nonce, interrupted: true }) };
}
