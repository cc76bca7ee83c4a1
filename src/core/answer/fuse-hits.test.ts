import { expect, test } from "vitest";
import type { MeaningHit } from "@/store/search-meaning";
import type { PassageHit } from "@/store/search-passages";
import { extractAnswer } from "./extract-answer";
import { fuseHits } from "./fuse-hits";
import { drawMeaningLine, toShareByMeaning } from "./meaning-share";
import { OFF_TOPIC } from "./topic-lines";

const passage = (name: string, text = `About ${name}.`) => ({
  passageId: `psg_${name}`,
  sourceId: `src_${name}`,
  title: name,
  headings: [],
  url: null,
  anchor: null,
  text,
  hidden: false,
  offTopic: null,
});
const byWords = (name: string, score: number, share: number, text?: string): PassageHit => ({
  ...passage(name, text),
  score,
  share,
});
const byMeaning = (name: string, similarity: number, text?: string): MeaningHit => ({
  ...passage(name, text),
  similarity,
});
const line = { far: 0.2, line: 0.3, near: 0.7 };
const names = (hits: PassageHit[]) => hits.map(({ title }) => title);

test("what both found comes first, then the first of each, and no more than asked for", () => {
  const words = [byWords("words", 9, 0.6), byWords("both", 6, 0.4)];
  const hits = [byMeaning("meaning", 0.6), byMeaning("both", 0.5)];
  expect(names(fuseHits(words, { hits, line }, 8))).toEqual(["both", "words", "meaning"]);
  expect(fuseHits(words, { hits, line }, 2)).toHaveLength(2);
  expect(names(fuseHits([], { hits, line }, 8))).toEqual(["meaning", "both"]);
  expect(fuseHits([], { hits: [], line: null }, 8)).toEqual([]);
});

test("of the same text, found by words here and by meaning there, one is left: the one that may be cited", () => {
  const text = "Refunds are paid within five working days after the parcel has arrived.";
  const same = fuseHits([byWords("one", 9, 0.6, text)], { hits: [byMeaning("other", 0.6, text)], line }, 8);
  expect(names(same)).toEqual(["one"]);
  const secret = { ...byWords("secret", 9, 0.6, text), hidden: true };
  const shown = fuseHits([secret], { hits: [byMeaning("open", 0.6, `${text} `)], line }, 8);
  expect(shown).toMatchObject([{ title: "open", hidden: false }]);
});

test("a cosine is worth the share it was measured to be, and a score in proportion", () => {
  const [hit] = fuseHits([], { hits: [byMeaning("a", line.near)], line }, 8);
  expect(hit?.share).toBeCloseTo(0.6);
  const fused = fuseHits([byWords("w", 8, 0.4)], { hits: [byMeaning("a", line.near)], line }, 8);
  // The best possible score is 8 ÷ 0.4 = 20.
  expect(fused.find(({ title }) => title === "a")?.score).toBeCloseTo(12);
  expect(fused.find(({ title }) => title === "w")).toMatchObject({ score: 8, share: 0.4 });
});

test("where a model's cosines were not measured, or do not part anything, they only put in order", () => {
  expect(fuseHits([], { hits: [byMeaning("a", 0.99)], line: null }, 8)).toMatchObject([{ share: 0, score: 0 }]);
  expect(drawMeaningLine([0.7, 0.72, 0.75], [0.7, 0.74, 0.74])).toBe(null);
  expect(drawMeaningLine([], [0.5])).toBe(null);
  expect(toShareByMeaning(Number.NaN, line, OFF_TOPIC)).toBe(0);
});

test.each([
  ["a model whose unrelated texts lie far apart", [0.02, 0.05, 0.1], [0.6, 0.7, 0.8]],
  ["a model whose unrelated texts lie near each other", [0.7, 0.72, 0.75], [0.85, 0.87, 0.9]],
])("%s: foreign questions stay below the line, its own are above", (_, foreign, own) => {
  const drawn = drawMeaningLine(foreign, own);
  for (const cosine of foreign)
    expect(toShareByMeaning(cosine, drawn, OFF_TOPIC)).toBeLessThanOrEqual(OFF_TOPIC + 1e-9);
  for (const cosine of own) expect(toShareByMeaning(cosine, drawn, OFF_TOPIC)).toBeGreaterThan(0.5);
});

test("a question that its words answer is answered, wherever meaning put the passage", () => {
  const answer = byWords("Delivery", 9, 0.6, "Delivery takes two to four working days.");
  const near = ["a", "b", "c"].map((name) => byMeaning(name, 0.25));
  const hits = fuseHits([answer], { hits: [...near, byMeaning("Delivery", 0.2, answer.text)], line }, 8);
  // Not first: nothing may hang on the first one's share or score.
  const turned = [
    ...hits.filter(({ title }) => title !== "Delivery"),
    ...hits.filter(({ title }) => title === "Delivery"),
  ];
  expect(extractAnswer("How long does delivery take?", turned)).toMatchObject({
    grounded: true,
    citations: [{ quote: answer.text }],
  });
});
