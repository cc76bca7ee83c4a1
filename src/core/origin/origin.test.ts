import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matchesOrigin, parseOrigin, parseOriginPattern } from "./origin";

const normal = (header: string) => {
  const parsed = parseOrigin(header);
  return parsed.ok ? parsed.origin : "refused";
};

describe("parseOrigin", () => {
  test.each([
    ["https://www.example.com", "https://www.example.com"],
    ["HTTPS://WWW.Example.COM", "https://www.example.com"],
    ["https://example.com:443", "https://example.com"],
    ["http://localhost:80", "http://localhost"],
    ["https://example.com:8443", "https://example.com:8443"],
    ["https://example.com.", "https://example.com"],
    ["https://bücher.example", "https://xn--bcher-kva.example"],
    ["http://[::1]:3000", "http://[::1]:3000"],
    ["http://127.1:8080", "http://127.0.0.1:8080"],
  ])("%s → %s", (header, origin) => expect(normal(header)).toBe(origin));

  test.each([
    "null",
    "",
    "*",
    "file://",
    "file:///etc/passwd",
    "chrome-extension://abcdefghijklmnop",
    "https://user@example.com",
    "https://user:pw@example.com",
    "https://example.com/",
    "https://example.com/path",
    "https://example.com?q",
    "https://example.com#f",
    "https://example.com:",
    "https://example.com:0",
    "https://example.com:65536",
    "https://example.com:99999",
    "https://example.com:80a",
    "https://exa mple.com",
    "https://example.com\\@evil.com",
    "https://*.example.com",
    "https://.example.com",
    "https://example..com",
    "https://example.com..",
    "https://",
    "//example.com",
    "javascript://example.com",
    "https://example.com,https://other.com",
  ])("refuses %j", (header) => expect(normal(header)).toBe("refused"));

  test("is total, agrees with WHATWG URL, and is a fixed point of itself", () => {
    const text = fc.oneof(
      fc.string(),
      fc.webUrl(),
      fc.webUrl().map((url) => new URL(url).origin),
      fc.webAuthority().map((a) => `https://${a}`),
    );
    fc.assert(
      fc.property(text, (header) => {
        const parsed = parseOrigin(header);
        if (!parsed.ok) return;
        expect(new URL(header).origin.replace(/\.(?=:|$)/, "")).toBe(parsed.origin);
        expect(parseOrigin(parsed.origin)).toEqual(parsed);
      }),
      { numRuns: 2000 },
    );
  });
});

const pattern = (typed: string) => {
  const parsed = parseOriginPattern(typed);
  return parsed.ok ? parsed.pattern : "refused";
};

describe("parseOriginPattern", () => {
  test.each([
    ["https://www.example.com", "https://www.example.com"],
    ["www.example.com", "https://www.example.com"],
    ["https://www.example.com/", "https://www.example.com"],
    ["https://*.example.com", "https://*.example.com"],
    ["https://*.Shop.Example.CO.UK", "https://*.shop.example.co.uk"],
    ["https://*.example.com:8443", "https://*.example.com:8443"],
    ["https://*.team.vercel.app", "https://*.team.vercel.app"],
    ["https://team.vercel.app", "https://team.vercel.app"],
    ["http://localhost:3000", "http://localhost:3000"],
    ["http://127.0.0.1:8080", "http://127.0.0.1:8080"],
  ])("%s → %s", (typed, expected) => expect(pattern(typed)).toBe(expected));

  test.each([
    "*",
    "",
    "https://*",
    "https://*.com",
    "https://*.co.uk",
    "https://*.vercel.app",
    "https://*.github.io",
    "https://*.localhost",
    "https://*.127.0.0.1",
    "https://*.*.example.com",
    "https://www.*.example.com",
    "https://www*.example.com",
    "http://*.example.com",
    "http://www.example.com",
    "https://co.uk",
    "https://github.io",
    "https://user@example.com",
    "https://example.com/path",
    "ftp://example.com",
    "null",
  ])("refuses %j with a reason", (typed) => {
    const parsed = parseOriginPattern(typed);
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) expect(parsed.reason.length).toBeGreaterThan(10);
  });
});

describe("matchesOrigin", () => {
  test.each([
    ["https://a.example.com", "https://a.example.com", true],
    ["https://a.example.com", "https://b.example.com", false],
    ["https://*.example.com", "https://a.example.com", true],
    ["https://*.example.com", "https://example.com", false],
    ["https://*.example.com", "https://a.b.example.com", false],
    ["https://*.example.com", "https://aexample.com", false],
    ["https://*.example.com", "http://a.example.com", false],
    ["https://*.example.com", "https://a.example.com:8443", false],
    ["https://*.example.com:8443", "https://a.example.com:8443", true],
    ["https://*.example.com", "https://a.example.com.evil.com", false],
  ])("%s and %s: %s", (allowed, origin, expected) => expect(matchesOrigin(allowed, origin)).toBe(expected));
});
