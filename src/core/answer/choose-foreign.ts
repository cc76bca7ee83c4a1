import { FOREIGN_QUESTIONS, type ForeignLanguage } from "./foreign-questions";

/** A language of fewer of the passages may be one that was mistaken. */
const LEAST_SPOKEN = 0.05;
/** Of the passages must be in languages of which there are questions. */
const LEAST_KNOWN = 0.5;

/** Languages that Postgres's `simple` stands for, by letters that only they have. */
const SIMPLE: { language: ForeignLanguage; letters: RegExp }[] = [
  { language: "japanese", letters: /[\p{sc=Hira}\p{sc=Kana}]/u },
  { language: "korean", letters: /\p{sc=Hang}/u },
  { language: "thai", letters: /\p{sc=Thai}/u },
  { language: "chinese", letters: /\p{sc=Han}/u },
  { language: "hebrew", letters: /\p{sc=Hebr}/u },
  { language: "czech", letters: /[ěřůťď]/iu },
  { language: "polish", letters: /[ąęłśźż]/iu },
];

/**
 * Questions about something else in the languages that a tenant's passages are in: `spoken` counts them by Postgres's
 * names, `sample` shows some. None where most are in languages of which there are no such questions.
 */
export function chooseForeign(
  spoken: Readonly<Record<string, number>>,
  sample: readonly { language: string; text: string }[],
): string[] {
  const total = Object.values(spoken).reduce((sum, count) => sum + count, 0);
  const simple = sample.filter(({ language }) => language === "simple").map(({ text }) => text);
  const chosen = new Set<ForeignLanguage>();
  let known = 0;
  for (const [name, count] of Object.entries(spoken)) {
    const language = name === "simple" ? toSimple(simple) : name;
    if (!isForeignLanguage(language)) continue;
    known += count;
    if (count >= LEAST_SPOKEN * total) chosen.add(language);
  }
  if (known < LEAST_KNOWN * total) return [];
  return [...chosen].flatMap((language) => FOREIGN_QUESTIONS[language]);
}

// The one most of the texts have letters of; a Japanese text has Chinese letters, too, and comes first.
function toSimple(texts: string[]): string {
  const counts = SIMPLE.map(({ language, letters }) => ({
    language,
    count: texts.filter((text) => letters.test(text)).length,
  }));
  return counts.sort((a, b) => b.count - a.count).find(({ count }) => count > 0)?.language ?? "";
}

function isForeignLanguage(name: string): name is ForeignLanguage {
  return Object.hasOwn(FOREIGN_QUESTIONS, name);
}
