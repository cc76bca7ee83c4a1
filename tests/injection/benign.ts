// Honest questions and sources that read like attacks.
import { de } from "./benign/de";
import { en } from "./benign/en";
import { es } from "./benign/es";
import { fr } from "./benign/fr";
import { ja } from "./benign/ja";
import { pt } from "./benign/pt";

export const benign = Object.entries({ en, de, fr, es, pt, ja }).flatMap(([language, rows]) =>
  rows.map(([source, question, answer]) => ({ language, source, question, answer })),
);
