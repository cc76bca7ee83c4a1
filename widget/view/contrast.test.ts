import fc from "fast-check";
import { expect, test } from "vitest";
import { contrast, parseColor, type Rgb, textOn, toCss } from "./contrast";
import { type Kit, receive } from "./kit";
import { readableOn } from "./panel-look";

receive({ contrast, textOn } as Kit);

const color = fc.tuple(...([0, 1, 2] as const).map(() => fc.double({ min: 0, max: 1, noNaN: true })));

test("WCAG's own numbers", () => {
  expect(contrast([0, 0, 0], [1, 1, 1])).toBeCloseTo(21);
  expect(contrast([0x77 / 255, 0x77 / 255, 0x77 / 255], [1, 1, 1])).toBeCloseTo(4.48, 2);
});

test("text on any brand colour, and any brand colour as text, is readable", () => {
  const surfaces: Rgb[] = [
    [1, 1, 1],
    [0.09, 0.102, 0.094],
  ];
  fc.assert(
    fc.property(color, (brand) => {
      expect(contrast(textOn(brand), brand)).toBeGreaterThanOrEqual(4.5);
      for (const surface of surfaces) expect(contrast(readableOn(brand, surface), surface)).toBeGreaterThanOrEqual(4.5);
    }),
  );
});

test("a readable colour stays as it is", () => {
  expect(readableOn([0.1, 0.3, 0.2], [1, 1, 1])).toEqual([0.1, 0.3, 0.2]);
});

test("colours as browsers write them", () => {
  expect(parseColor("color(srgb 0.1 1e-7 1)")).toEqual([0.1, 1e-7, 1]);
  expect(parseColor("rgb(1, 2, 3)")).toBeNull();
  expect(parseColor(toCss([0, 0.5, 1]))).toEqual([0, 0.5, 1]);
});
