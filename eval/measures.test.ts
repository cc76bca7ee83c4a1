import { expect, test } from "vitest";
import { areaUnderCurve, holdsSpan, mean, ndcg, percentile, recall } from "./measures";

const grades = new Map([
  ["a", 1],
  ["b", 1],
]);

test("nDCG is 1 for the ideal order, falls with place, and is 0 without a hit", () => {
  expect(ndcg(["a", "b", "x"], grades, 10)).toBe(1);
  // (1 + 1/log2(4)) ÷ (1 + 1/log2(3)), as in Järvelin and Kekäläinen.
  expect(ndcg(["a", "x", "b"], grades, 10)).toBeCloseTo((1 + 1 / 2) / (1 + 1 / Math.log2(3)), 6);
  expect(ndcg(["x", "y"], grades, 10)).toBe(0);
  expect(ndcg(["x", "a"], grades, 1)).toBe(0);
});

test("graded relevance gains 2^grade − 1", () => {
  const graded = new Map([
    ["best", 2],
    ["good", 1],
  ]);
  expect(ndcg(["good", "best"], graded, 10)).toBeCloseTo((1 + 3 / Math.log2(3)) / (3 + 1 / Math.log2(3)), 6);
});

test("recall counts what could be found among the first", () => {
  expect(recall(["a", "x"], grades, 5)).toBe(0.5);
  expect(recall(["a"], grades, 1)).toBe(1);
});

test("percentiles and means", () => {
  expect(percentile([4, 1, 3, 2], 0.5)).toBe(3);
  expect(mean([1, 2, 3])).toBe(2);
});

test("the area under the curve is the chance that a high one is above a low one", () => {
  expect(areaUnderCurve([3, 2], [1, 2])).toBe(0.875);
  expect(areaUnderCurve([1], [2])).toBe(0);
});

test("a gold span counts as whole words, whatever their case and punctuation", () => {
  expect(holdsSpan("It was built in 1951, by the Normans.", ["the normans"])).toBe(true);
  expect(holdsSpan("It was built in 19510.", ["1951", ""])).toBe(false);
});
