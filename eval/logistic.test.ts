import { expect, test } from "vitest";
import { fitLogistic } from "./logistic";

test("finds the weights that made the answers", () => {
  // Of every cell a share of 1 ÷ (1 + e^-(x - 2y + 1)) is true.
  const rows: number[][] = [];
  const truth: boolean[] = [];
  for (const x of [-2, -1, 0, 1, 2]) {
    for (const y of [-1, 0, 1]) {
      for (let n = 0; n < 200; n++) {
        rows.push([x, y]);
        truth.push((n + 0.5) / 200 < 1 / (1 + Math.exp(-(x - 2 * y + 1))));
      }
    }
  }
  const { weights, bias } = fitLogistic(rows, truth, 0.01);
  expect(weights[0]).toBeCloseTo(1, 1);
  expect(weights[1]).toBeCloseTo(-2, 1);
  expect(bias).toBeCloseTo(1, 1);
});
