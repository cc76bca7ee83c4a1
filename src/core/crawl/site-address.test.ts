import { expect, test } from "vitest";
import { isOfSite, toPageAddress, whyNoPage } from "./site-address";

test.each([
  ["https://Example.com:443/a#b", "https://example.com/a"],
  ["https://example.com/?utm_source=x&b=2&a=1", "https://example.com/?a=1&b=2"],
  ["https://example.com/?fbclid=1", "https://example.com/"],
  ["mailto:a@example.com", null],
  ["https://user@example.com/", null],
  [`https://example.com/${"a".repeat(1000)}`, null],
  ["nonsense", null],
])("%s is %s", (given, expected) => expect(toPageAddress(given)).toBe(expected));

test.each([
  ["https://example.com/", "https://www.example.com/a", true],
  ["https://www.example.com/help", "https://example.com/help/returns", true],
  ["https://example.com/help/start.html", "https://example.com/help/a", true],
  ["https://example.com/help", "https://example.com/shop", false],
  ["https://example.com/help", "https://example.com/help", true],
  ["https://example.com/help", "https://example.com/helpful", false],
  ["https://example.com/", "https://example.com.evil.test/", false],
  ["https://example.com/", "https://help.example.com/", false],
  ["http://127.0.0.1:4000/", "http://127.0.0.1:5000/", false],
])("of the site that begins at %s is %s: %s", (start, address, expected) =>
  expect(isOfSite(start, address)).toBe(expected),
);

test("pictures, feeds and paths that lead into themselves are no pages", () => {
  expect(whyNoPage("https://example.com/a.PNG")).toMatch(/no page/);
  expect(whyNoPage("https://example.com/a/b/a/b/a")).toMatch(/repeats/);
  expect(whyNoPage("https://example.com/v1.2/help")).toBe(null);
});
