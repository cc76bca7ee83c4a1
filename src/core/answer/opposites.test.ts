import { expect, test } from "vitest";
import { countOpposites } from "./opposites";

test.each([
  [["oldest", "order"], ["newest", "order"], 1],
  [["named", "goods"], ["unnamed", "goods"], 1],
  [["unused"], ["used"], 1],
  // Both stand there: nothing is turned around.
  [["first"], ["first", "last"], 0],
  [["order"], ["parcel"], 0],
])("%s against %s", (asked, said, count) => expect(countOpposites(asked, new Set(said))).toBe(count));
