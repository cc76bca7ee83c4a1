// What weighing a passage needs of its text, worked out once: the same passages are found again and again.
import { toPlain } from "@/core/passage/cut-passages";
import { toSentences } from "@/core/passage/sentences";
import { toTerms } from "./terms";

export interface Unit {
  /** A sentence, list item or code block: an exact span of the passage. */
  quote: string;
  terms: ReadonlySet<string>;
}

/** A passage is about 2 KB of text and 10 KB of this. */
const MOST_PASSAGES = 1000;
const MOST_TITLES = 2000;

/** The sentences, list items and code blocks of a passage in order, with their terms. */
export const toUnits = remembered(MOST_PASSAGES, (text): readonly Unit[] =>
  split(text).map((quote) => ({ quote, terms: new Set(toTerms(toPlain(quote))) })),
);

/** The terms of a title or heading. */
export const toTitleTerms = remembered(MOST_TITLES, (text): ReadonlySet<string> => new Set(toTerms(text)));

function split(text: string): string[] {
  return text.split(/\n{2,}/).flatMap((block) => {
    if (/^\s*(?:```|~~~|\|)/.test(block)) return [block];
    if (/^\s*(?:[-*+]|\d+[.)])\s/m.test(block)) return block.split(/\n(?=\s*(?:[-*+]|\d+[.)])\s)/);
    return toSentences(block);
  });
}

/** `make`, a pure function of its text, with its last `most` results kept. A text that changed is another text. */
export function remembered<Value>(most: number, make: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const value = known.get(text) ?? make(text);
    // Last used, last forgotten.
    known.delete(text);
    known.set(text, value);
    for (const oldest of known.keys()) {
      if (known.size <= most) break;
      known.delete(oldest);
    }
    return value;
  };
}
