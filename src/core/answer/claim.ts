// What a sentence claims: its words that carry meaning, its quantities, and the small words that turn it round.
import { toPlain } from "@/core/passage/cut-passages";
import { smallWordsOf } from "@/store/detect-language";
import { remembered } from "./passage-words";
import { FREE, LIGHT } from "./plain-words";
import { type Quantity, takeQuantities } from "./quantities";
import { foldMarks, isSameWord, withPhrases } from "./same-words";
import { STOP, toStem } from "./terms";

export interface Claim {
  /** In lower case, phrases as words. */
  text: string;
  /** Stems of what must be said; runs of a script without spaces as they are. */
  words: string[];
  /** Stems of what may be added. */
  light: string[];
  quantities: Quantity[];
  /** Place among `words` behind which all is what somebody is told to say, not what is said; none for no such order. */
  saidFrom: number | null;
}

const MOST_REMEMBERED = 4000;
const RUN =
  /[\p{sc=Han}々]+|[\p{sc=Kana}ー]+|\p{sc=Hira}+|[\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]+|(?:(?![\p{sc=Han}\p{sc=Kana}\p{sc=Hira}])[\p{L}\p{N}\p{M}])+(?:['’]\p{L}+)?/gu;
export const UNPARTED = /^[\p{sc=Han}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}々ー]+$/u;
/** What makes the words behind it somebody's words. */
const SPEECH =
  /^(?:say|says|reply|replies|answer|answers|respond|responds|write|writes|output|print|repeat|tell|tells|told|state|claim|mention|announce|declare|recite|sag|sage|sagen|antworte\p{L}*|schreib\p{L}*|nenne\p{L}*|behaupte\p{L}*|dis|dites|dire|réponds|répond\p{L}*|écris|écrivez|affirme\p{L}*|di|diga|decir|respond\p{L}*|responda|escrib\p{L}*|dizer|escrev\p{L}*|afirm\p{L}*)$/u;
const small = ["english", "german", "french", "spanish", "portuguese"] as const;
const isSmall = (word: string) => STOP.has(word) || FREE.has(word) || smallWords.has(word);
const smallWords = new Set(small.flatMap((language) => [...smallWordsOf(language)]));
// "Más", "sem" and "nur" turn sentences round, and claim nothing by themselves.
const TURNS = new Set(
  `not no never cannot without neither none only always every all any each before after until since least most kein keine keinen keinem
  keiner nicht nie niemals ohne nur immer alle allen aller jede jeder jedes jeden jedem vor nach mindestens höchstens pas ne jamais sans
  aucun aucune seulement toujours tous toutes tout toute chaque avant après plus moins sin nunca ni solo sólo siempre todos todas todo toda cada
  antes después más menos não sem nem nenhum só sempre depois mais até hasta máximo mínimo nothing ningún ninguna unless`.split(
    /\s+/,
  ),
);

/** Whether a word claims nothing, and whether it turns a sentence round. */
export const isPlain = (word: string) => isSmall(word) || LIGHT.has(word);
export const isTurn = (word: string) => TURNS.has(word);

/** Reads a sentence; remembered, because the same passages are held against every sentence of an answer. */
export const toClaim = remembered(MOST_REMEMBERED, (sentence): Claim => {
  const text = withPhrases(toPlain(sentence).normalize("NFKC").toLowerCase().replace(/’/g, "'"));
  const { quantities, rest } = takeQuantities(text.replace(/^\s*(?:[-*+•]|\d{1,3}[.)])\s+/, ""));
  const claim: Claim = { text, words: [], light: [], quantities, saidFrom: null };
  for (const raw of rest.match(RUN) ?? []) {
    for (const word of UNPARTED.test(raw) ? [raw] : [raw.replace(/^(?:[dlnjstmc]|qu|jusqu|lorsqu)'(?=.{2})/, "")]) {
      if (/^[\p{sc=Hira}]+$/u.test(word) || TURNS.has(word) || isSmall(word) || /n't$/.test(word)) continue;
      if (SPEECH.test(word)) claim.saidFrom ??= claim.words.length + 1;
      const stem = UNPARTED.test(word) ? word : foldMarks(toStem(word));
      if (LIGHT.has(word)) claim.light.push(stem);
      else claim.words.push(stem);
    }
  }
  return claim;
});

/** The words of `claim` that `known` does not say in any form. */
export function toMissing(words: readonly string[], known: readonly string[]): string[] {
  const plain = new Set(known);
  let runs: string | null = null;
  return words.filter((word) => {
    if (plain.has(word)) return false;
    if (!UNPARTED.test(word)) return !known.some((one) => isSameWord(word, one));
    runs ??= known.filter((one) => UNPARTED.test(one)).join(" ");
    return !isCovered(word, runs);
  });
}

// Nothing parts the words of these scripts: a run is said when its pieces of two signs and more are.
function isCovered(run: string, known: string): boolean {
  const signs = [...run];
  for (let at = 0; at < signs.length; ) {
    let end = signs.length;
    while (end > at && !(known.includes(signs.slice(at, end).join("")) && (end - at > 1 || signs.length === 1))) end--;
    const isLight = (length: number) => LIGHT.has(signs.slice(at, at + length).join(""));
    if (end > at) at = end;
    else if (isLight(2)) at += 2;
    else if (isLight(1)) at += 1;
    else return false;
  }
  return true;
}
