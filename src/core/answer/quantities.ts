// Numbers with what they count: a number is backed by the same number of the same thing and by no other.
import { ONES, toHanNumber, toNumber } from "./number-words";
import { COUNTERS, isWorking, toUnit, type Unit } from "./units";

export interface Quantity {
  value: number;
  unit: Unit | null;
  /** Of days: those of a working week. */
  isWorking: boolean;
  /** What is counted where that is no unit: the words that follow, at most two. */
  things: string[];
}

const TOKEN = /\d+(?:[.,:]\d+)*|r\$|°c|[%€$£¥°–—-]|\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)?/gu;
const BETWEEN = new Set([
  "to",
  "-",
  "–",
  "—",
  "or",
  "and",
  "bis",
  "oder",
  "und",
  "à",
  "ou",
  "et",
  "a",
  "o",
  "y",
  "e",
  "até",
]);
const HAN = new RegExp(`(\\d+(?:[.,]\\d+)*|[〇一二三四五六七八九十百千]+)(${COUNTERS.join("|")})`, "gu");

/** The quantities of a text in lower case and NFKC, and what else it says. */
export function takeQuantities(text: string): { quantities: Quantity[]; rest: string } {
  const quantities: Quantity[] = [];
  const bare = text.replace(HAN, (whole, number: string, counter: string) => {
    const value = toHanNumber(number) ?? toValue(number);
    if (value === null) return whole;
    quantities.push({ value, unit: toUnit(counter), isWorking: isWorking(counter), things: [] });
    return " ";
  });
  // "twenty five" and "two-year" are told by their parts.
  const tokens = (bare.replace(/(?<=\p{L})-(?=\p{L})/gu, " ").match(TOKEN) ?? []).map(String);
  const rest: string[] = [];
  const at: number[] = [];
  let i = 0;
  while (i < tokens.length) {
    const found = readNumber(tokens, i);
    if (!found) {
      rest.push(tokens[i++] ?? "");
      continue;
    }
    let { end } = found;
    const before = toUnit(tokens[i - 1] ?? "");
    const currency = before && /[€$£¥]/.test(tokens[i - 1] ?? "") ? before : null;
    if (currency) rest.pop();
    let working = false;
    let unit: Unit | null = currency;
    for (let look = end; !unit && look < Math.min(end + 2, tokens.length); look++) {
      const word = tokens[look] ?? "";
      unit = toUnit(word) ?? toPercent(tokens, look);
      if (unit) {
        working ||= isWorking(word);
        end = look + (toPercent(tokens, look) ? 2 : 1);
      } else if (isWorking(word)) working = true;
      else if (word !== "-") break;
    }
    if (unit && isWorking(tokens[end] ?? "")) {
      working = true;
      end++;
    }
    const things = unit
      ? []
      : tokens
          .slice(end, end + 3)
          .filter((word) => /^\p{L}/u.test(word))
          .slice(0, 2);
    at.push(i, end);
    quantities.push({ value: found.value, unit, isWorking: working, things });
    i = end;
  }
  // "2 to 4 days": days both.
  for (let q = quantities.length - 2; q >= 0; q--) {
    const [one, next] = [quantities[q], quantities[q + 1]];
    if (!one || !next || one.unit || !next.unit) continue;
    const offset = quantities.length - at.length / 2;
    const [end, start] = [at[2 * (q - offset) + 1], at[2 * (q - offset + 1)]];
    if (end !== undefined && start === end + 1 && BETWEEN.has(tokens[end] ?? "")) {
      one.unit = next.unit;
      one.isWorking = next.isWorking;
      one.things = [];
    }
  }
  return { quantities, rest: rest.filter((token) => /^\p{L}/u.test(token)).join(" ") };
}

function toPercent(tokens: readonly string[], place: number): Unit | null {
  const pair = `${tokens[place]} ${tokens[place + 1]}`;
  return /^(?:per|pour|por) (?:cent|ciento|cento)$/.test(pair) ? toUnit("%") : null;
}

function readNumber(tokens: readonly string[], start: number): { value: number; end: number } | null {
  const word = tokens[start] ?? "";
  const digits = toValue(word);
  if (digits !== null) return { value: digits, end: start + 1 };
  if (ONES.has(word)) {
    const next = tokens.slice(start + 1, start + 3);
    const isCount = toUnit(next[0] ?? "") !== null || (isWorking(next[0] ?? "") && toUnit(next[1] ?? "") !== null);
    return isCount ? { value: 1, end: start + 1 } : null;
  }
  let value = toNumber(word);
  if (value === null) return null;
  let end = start + 1;
  for (let more = toNumber(tokens[end] ?? ""); more !== null; more = toNumber(tokens[end] ?? "")) {
    // "two hundred", "twenty five"; "two three" are two numbers.
    if (more >= 100 && value < more) value *= more;
    else if (value >= 20 && more < 10 && value % 10 === 0) value += more;
    else break;
    end++;
  }
  return { value, end };
}

/** Digits, with the marks of thousands and decimals of any country; a time of day in hours. */
function toValue(text: string): number | null {
  if (!/^\d/.test(text)) return null;
  const time = /^(\d{1,2}):(\d{2})$/.exec(text);
  if (time) return Number(time[1]) + Number(time[2]) / 60;
  if (/^\d{1,3}(?:[.,]\d{3})+$/.test(text)) return Number(text.replace(/[.,]/g, ""));
  const parts = text.split(/[.,:]/);
  return parts.length <= 2 ? Number(parts.join(".")) : Number(parts.join(""));
}

/** Whether `said` is `known`: the same number of the same thing. */
export function isSameQuantity(said: Quantity, known: Quantity): boolean {
  if (said.unit && known.unit) {
    const isEqual = Math.abs(said.value * said.unit.factor - known.value * known.unit.factor) < 1e-6;
    return said.unit.kind === known.unit.kind && isEqual && said.isWorking === known.isWorking;
  }
  if (Math.abs(said.value - known.value) > 1e-6) return false;
  if (said.unit) return false;
  if (known.unit) return said.things.length === 0;
  return true;
}

/** Whether a number counts another thing than it does in the source, where the source counts that thing by another number. */
export function isMiscounted(
  said: Quantity,
  known: readonly Quantity[],
  isSameWord: (one: string, other: string) => boolean,
): boolean {
  const [thing] = said.things;
  if (said.unit || thing === undefined) return false;
  const counts = known.filter(({ things }) => things.some((word) => isSameWord(word, thing)));
  return counts.length > 0 && !counts.some(({ value }) => Math.abs(value - said.value) < 1e-6);
}
