// Text as sentences and words, by Unicode's rules (UAX 29).
const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/** The sentences of one paragraph, each an exact span of it without the white space around. */
export function toSentences(paragraph: string): string[] {
  const sentences: string[] = [];
  for (const { segment } of segmenter.segment(paragraph)) {
    const last = sentences.at(-1);
    // "e.g. this", "No. 5", "J. Doe": what ends in a short abbreviation goes on.
    if (
      last !== undefined &&
      /(?:^|[\s(])(?:[A-Za-z]|e\.g|i\.e|etc|vs|approx|No|Nos|Mr|Mrs|Ms|Dr|St|Jr|Sr|cf|ca|vol|fig)\.\s*$/.test(last)
    ) {
      sentences[sentences.length - 1] = last + segment;
    } else sentences.push(segment);
  }
  return sentences.map((sentence) => sentence.trim()).filter(Boolean);
}

export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
