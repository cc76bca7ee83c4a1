/** As many words in a row make a sentence a copy. */
const COPIED_WORDS = 7;

/** Every run of that many words of a text; two texts that share one share more than their subject. */
export function toRuns(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(COPIED_WORDS - 1).map((_, i) => words.slice(i, i + COPIED_WORDS).join(" "));
}
