import { expect, test } from "vitest";
import { parseRobotsTag } from "./robots-tag";

test.each([
  [null, false, false],
  ["noindex", true, false],
  ["NoIndex, NoFollow", true, true],
  ["none", true, true],
  ["nofollow", false, true],
  ["max-snippet:20, noindex", true, false],
  ["unavailable_after: 25 Jun 2040 15:00:00 PST", false, false],
  ["googlebot: noindex", false, false],
  ["googlebot: noindex, nofollow, gatehouse: noindex", true, false],
  ["nofollow, otherbot: none", false, true],
  ["noindexed", false, false],
])("%s", (header, noIndex, noFollow) => expect(parseRobotsTag(header)).toEqual({ noIndex, noFollow }));
