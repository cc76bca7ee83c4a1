// What a model may make of a passage: put truly in other words, or changed in one place.

export const changes = ["number", "unit", "noun", "denial", "addition"] as const;
export type Change = (typeof changes)[number];

export interface Statements {
  title: string;
  passage: string;
  /** One change each: none of it is true of the passage. */
  changed: Record<Change, string>;
  /** The same in other words: all of it is true of the passage. */
  faithful: string[];
}
