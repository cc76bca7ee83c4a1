import { expect, test } from "vitest";
import { toUnits } from "./passage-words";

test("a passage is worked out once, and forgotten when a thousand others were used since", () => {
  const first = toUnits("Parcels arrive on Monday. Letters arrive on Tuesday.");
  expect(first.map(({ quote }) => quote)).toEqual(["Parcels arrive on Monday.", "Letters arrive on Tuesday."]);
  expect(first[0]?.terms).toEqual(new Set(["parcel", "arriv", "monday"]));
  for (let i = 0; i < 999; i++) toUnits(`Passage ${i}.`);
  expect(toUnits("Parcels arrive on Monday. Letters arrive on Tuesday.")).toBe(first);
  for (let i = 0; i < 1000; i++) toUnits(`Another passage ${i}.`);
  expect(toUnits("Parcels arrive on Monday. Letters arrive on Tuesday.")).not.toBe(first);
});
