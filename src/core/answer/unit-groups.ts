// The sentences of a passage, alone and with those that they mean nothing without: "It is free …" with the one before it,
// the items of a list with the line that opens it.
import { type Claim, toClaim } from "./claim";
import { remembered, toUnits } from "./passage-words";

export interface Group {
  /** In order, each an exact span of the passage. */
  quotes: string[];
  claims: Claim[];
}

const MOST_PASSAGES = 1000;
const MOST_ITEMS = 12;
const LEANING =
  /^(?:it|its|they|their|this|that|these|those|he|she|both|then|otherwise|if not|however|er|sie|es|dies\p{L}*|das|dann|sonst|danach|dabei|dort|il|elle|ils|elles|cela|ce|c'est|ceci|ces|cette|alors|sinon|ella|ellos|ellas|esto|este|esta|estos|entonces|si no|ele|ela|eles|elas|isto|isso|este|esta|então|caso contrário|هو|هي|هذا|هذه)(?![\p{L}\p{N}])|^(?:これ|それ|この|その|なお|ただし|また|它|这)/iu;
const isItem = (unit: string) => /^\s*(?:[-*+•]|\d+[.)])\s/.test(unit);

/** Single sentences first: what one says alone needs no other. */
export const toGroups = remembered(MOST_PASSAGES, (text): readonly Group[] => {
  const units = toUnits(text).map(({ quote }) => quote);
  const groups = units.map((quote) => [quote]);
  for (const [i, quote] of units.entries()) {
    const before = units[i - 1];
    const leansToo = before !== undefined && LEANING.test(before) ? units[i - 2] : undefined;
    if (before !== undefined && LEANING.test(quote)) groups.push([before, quote]);
    if (leansToo !== undefined && LEANING.test(quote)) groups.push([leansToo, before ?? "", quote]);
    if (isItem(quote) || !isItem(units[i + 1] ?? "")) continue;
    const items = [];
    for (const item of units.slice(i + 1, i + 1 + MOST_ITEMS)) {
      if (!isItem(item)) break;
      items.push(item);
      groups.push([quote, item]);
    }
    groups.push([quote, ...items]);
  }
  return groups.map((quotes) => ({ quotes, claims: quotes.map((quote) => toClaim(quote)) }));
});
