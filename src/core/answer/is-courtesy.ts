import { countDenials } from "./claim-turns";
import { toTerms } from "./terms";

/** Stems of words that claim nothing: a sentence of them alone needs no evidence. */
export const COURTESY: ReadonlySet<string> = new Set(
  toTerms(
    `yes no sure certainly course gladly happy glad hello hi hey thanks thank welcome sorry here help hope question questions ask let know
    steps step follow following below summary short details further assistance feel great good best please answer short
    ja nein gern gerne hallo danke bitte oui non bonjour merci voici sí hola gracias claro aquí sim não olá obrigado`,
  ),
);

/** Whether a sentence says nothing that could be true or false. */
export function isCourtesy(sentence: string): boolean {
  if (sentence.length > 120 || /\d|[/@]/.test(sentence)) return false;
  // "No." is one, "I do not answer" claims something.
  if (countDenials(sentence) > 0 && sentence.trim().split(/\s+/).length > 2) return false;
  return toTerms(sentence).every((term) => COURTESY.has(term));
}
