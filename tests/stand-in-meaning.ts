// What a model of meaning makes of texts: its few concepts in whatever words or language, and a little of every word.
const CONCEPTS = [
  /money|refund|reimburs|Geld|zurück/i,
  /parcel|delivery|Paket/i,
  /password|Passwort|sign in/i,
  /repair|broken|kaputt/i,
];
const WORDS = 24;

/** A vector of 28 numbers, any length. */
export function toMeaning(text: string): number[] {
  const words = Array.from({ length: WORDS }, () => 0);
  for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
    let hash = 7;
    for (const letter of word) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
    words[hash % WORDS] = (words[hash % WORDS] ?? 0) + (hash % 2 === 0 ? 0.25 : -0.25);
  }
  return [...CONCEPTS.map((concept) => (concept.test(text) ? 2 : 0)), ...words];
}
