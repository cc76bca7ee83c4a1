import type { Citation, WireMessage } from "../wire";

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
  /** What the visitor reads where an answer should stand. */
  trouble?: string | undefined;
}

/** What is kept of an entry; one that is `waiting` had no answer when the page went away. */
export type Saved = Omit<Entry, "interrupted">;

/** Whether it is being sent, or written just now. */
export const isUnderWay = ({ state }: Entry): boolean => /[dm]ing$/.test(state);

/** A line as the gateway has it, or of the widget's own voice. */
export function toEntry(
  line: Pick<Entry, "role" | "content" | "createdAt"> & Partial<Pick<WireMessage, "citations" | "id" | "author">>,
): Entry {
  return { ...line, citations: line.citations ?? [], state: "done" };
}

export function fromSaved(saved: Saved): Entry {
  return { ...saved, state: saved.state ?? "done", interrupted: saved.state === "waiting" };
}
