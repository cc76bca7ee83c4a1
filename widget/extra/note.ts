import { type Entry, toEntry } from "../talk/entry";

/** A line of the conversation in the widget's own voice. */
export function toNote(content: string): Entry {
  return toEntry({ role: "note", content, createdAt: new Date().toISOString() });
}
