// The words of a question or sentence that carry its meaning, in one form each. Coarser than Postgres's stemmer, and
// used only to weigh the sentences of passages that Postgres has found.
const STOP = new Set(
  `a about above after again all also am an and any are aren't as at be because been before being below between both but by can can't
  cannot could couldn't did didn't do does doesn't doing don't down during each few for from further get got had has have having he
  her here hers him his how i i'd i'll i'm i've if in into is isn't it it's its itself just let's me more most my myself no nor not
  of off on once only or other our ours out over own please same she should so some such tell than that that's the their theirs them
  then there these they this those through to too under until up us very was we were what what's when where which while who whom
  whose why will with much many something anything everything nothing thing things someone anyone
  policy policies info information detail details won't would you you'd you'll you're your yours`.split(/\s+/),
);

/** The meaningful words, stemmed, in order; a text of stop words only keeps them all. */
export function toTerms(text: string): string[] {
  const words =
    text
      .normalize("NFKC")
      .toLowerCase()
      .replace(/’/g, "'")
      .match(/[\p{L}\p{N}]+(?:'[\p{L}]+)?/gu) ?? [];
  const meaningful = words.filter((word) => !STOP.has(word));
  return (meaningful.length > 0 ? meaningful : words).map(toStem);
}

function toStem(word: string): string {
  let stem = word.replace(/'s?$/, "");
  if (stem.length > 3) {
    stem = stem
      .replace(/ies$/, "y")
      .replace(/(ss|sh|ch|x|z)es$/, "$1")
      .replace(/([^suo])s$/, "$1")
      .replace(/(?<=[aeiouy].*[^e])(?:ing|ed)$/, "")
      .replace(/(?<=.{3})(?:ly|ment|ation)$/, "")
      .replace(/(.)\1$/, (pair, letter: string) => (/[lsz]/.test(letter) ? pair : letter))
      .replace(/(?<=.{3})e$/, "")
      .replace(/(?<=.{3})i$/, "y");
  }
  return stem;
}
