import { de } from "./de";
import { en } from "./en";
import { es } from "./es";
import { fr } from "./fr";
import { ja } from "./ja";
import { pt } from "./pt";
import { changes } from "./statement";

const all = Object.entries({ en, de, fr, es, pt, ja });
const toEvidence = ({ title, passage }: { title: string; passage: string }) => [
  { text: passage, source: passage, title, headings: [] as string[] },
];

/** Sentences that a passage does not say, by language and by what was changed. */
export const changed = all.flatMap(([language, cases]) =>
  cases.flatMap((one) =>
    changes.map((change) => ({ language, change, sentence: one.changed[change], evidence: toEvidence(one) })),
  ),
);

/** Sentences that it does say, in other words. */
export const faithful = all.flatMap(([language, cases]) =>
  cases.flatMap((one) => one.faithful.map((sentence) => ({ language, sentence, evidence: toEvidence(one) }))),
);
