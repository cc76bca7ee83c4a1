import { expect, test } from "vitest";
import { rankByNearness } from "./rank-by-nearness";

const hit = (text: string, score: number) => ({ title: "", headings: [], text, score });
const apart = hit("A card is needed. Returns are free. A gift for you.", 5);
const together = hit("Buy gift cards here.", 4.6);

test("of two that score alike, the one that holds the words together comes first", () => {
  const ranked = rankByNearness("Do you sell gift cards?", [apart, together]);
  expect(ranked.map(({ text }) => text)).toEqual([together.text, apart.text]);
});

test("nearness adds a little and overrules no clear difference; one word alone has nothing to be near to", () => {
  expect(rankByNearness("gift cards", [{ ...apart, score: 9 }, together])[0]?.text).toBe(apart.text);
  expect(rankByNearness("cards", [apart, together])).toEqual([apart, together]);
});
