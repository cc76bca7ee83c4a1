import { expect, test } from "vitest";
import { foldDuplicates } from "./fold-duplicates";

const long =
  "Parcels leave on working days and arrive within two to four days at the address that was given in the order";

test("of passages that say the same only the best stays, in order", () => {
  const hits = [
    { score: 5, text: long },
    { score: 4.9, text: `${long}.`.toUpperCase() },
    { score: 4.8, text: long.replace("two to four", "nine to twelve").replace("Parcels", "Letters") },
    { score: 2, text: long },
  ];
  expect(foldDuplicates(hits)).toEqual([hits[0], hits[2]]);
});
