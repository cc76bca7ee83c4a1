import { expect, test } from "vitest";
import { toCsvLine } from "./csv-line";

test("cells are quoted where they must be", () => {
  expect(toCsvLine(["a", 'say "hi"', "x,y", "two\nlines", ""])).toBe('a,"say ""hi""","x,y","two\nlines",\r\n');
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =cmd|' /C calc'!A0", "%0A", "|x"])(
  "%j is no formula",
  (cell) => {
    expect(toCsvLine([cell]).replace(/^"/, "")).toMatch(/^'/);
  },
);

test("what only holds such a sign stays as it is", () => {
  expect(toCsvLine(["a=b", "usr_1", "2026-01-31", "::1"])).toBe("a=b,usr_1,2026-01-31,::1\r\n");
});
