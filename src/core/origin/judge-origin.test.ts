import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { explainOrigin } from "./explain-origin";
import { judgeOrigin } from "./judge-origin";
import { type AllowedOrigin, findAllowed, matchesOrigin } from "./origin";

const NOW = 1_700_000_000_000;
const rule = (pattern: string, expiresAt: number | null = null): AllowedOrigin => ({ pattern, group: null, expiresAt });
const judge = (typed: string, origins: AllowedOrigin[], developmentOrigins = true) =>
  judgeOrigin({ origins, developmentOrigins }, typed, NOW);

describe("try an origin", () => {
  const list = [rule("https://www.example.com"), rule("https://*.shop.example"), rule("http://localhost:3000")];

  test.each([
    ["https://www.example.com", "https://www.example.com"],
    ["www.example.com", "https://www.example.com"],
    ["https://www.example.com/pricing?x=1#y", "https://www.example.com"],
    ["HTTPS://WWW.EXAMPLE.COM:443/", "https://www.example.com"],
    ["https://de.shop.example/", "https://*.shop.example"],
    ["http://localhost:3000/", "http://localhost:3000"],
  ])("%s is let in by %s", (typed, pattern) => {
    expect(judge(typed, list)).toMatchObject({ allowed: true, pattern });
  });

  test.each([
    ["https://example.com", "with and without www. are two origins"],
    ["https://shop.example", "never for shop.example itself"],
    ["https://a.b.shop.example", "“a.b” is more than one"],
    ["https://www.example.com:8443", "port 8443"],
    ["http://www.example.com", "not served over https"],
    ["http://localhost:4000", "port 4000"],
    ["https://localhost:3000", "another scheme"],
    ["https://stranger.example", "not on the list"],
    ["null", "no origin of its own"],
    ["file:///etc/passwd", "An origin is scheme"],
    ["https://me@www.example.com/", "An origin is scheme"],
  ])("%s is refused: %s", (typed, why) => {
    const verdict = judge(typed, list);
    expect(verdict.allowed).toBe(false);
    expect(verdict.why).toContain(why);
  });

  test("an empty list, an expired rule and the development switch are named as the cause", () => {
    expect(judge("https://www.example.com", []).why).toContain("empty");
    expect(judge("https://pr.example.com", [rule("https://pr.example.com", NOW)]).why).toContain("expired");
    expect(judge("https://pr.example.com", [rule("https://pr.example.com", NOW + 1)]).allowed).toBe(true);
    expect(judge("http://localhost:3000", list, false).why).toContain("switched off");
  });

  test("only what a rule could let in is offered to be added", () => {
    expect(judge("https://stranger.example/x", list).addable).toBe("https://stranger.example");
    for (const typed of ["http://www.example.com", "null", "ftp://x.example"])
      expect(judge(typed, list).addable).toBeNull();
  });

  test("agrees with the gate for any address and any list", () => {
    const host = fc.constantFrom("a.example", "www.a.example", "b.www.a.example", "localhost", "a.example:8443");
    const typed = fc.tuple(fc.constantFrom("https://", "http://"), host).map((parts) => parts.join(""));
    const pattern = fc.constantFrom(
      "https://a.example",
      "https://*.a.example",
      "http://localhost",
      "https://a.example:8443",
    );
    const entry = fc.record({ pattern, group: fc.constant(null), expiresAt: fc.constantFrom(null, NOW - 1, NOW + 1) });
    fc.assert(
      fc.property(typed, fc.array(entry, { maxLength: 4 }), fc.boolean(), (origin, origins, development) => {
        const https = origin.startsWith("https:");
        const admitted = https || (development && origin.startsWith("http://localhost"));
        const allowed = admitted && findAllowed(origins, origin, NOW) !== null;
        expect(judge(origin, origins, development).allowed).toBe(allowed);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("a rule in words", () => {
  test.each([
    "https://www.example.com",
    "example.com",
    "https://*.example.co.uk",
    "https://*.example.com:8443",
    "https://shop.example.com:8443",
    "http://localhost:3000",
    "https://192.0.2.7",
    "https://bücher.example",
    "https://*.team.vercel.app",
  ])("%s: every example is what the gate does", (typed) => {
    const explained = explainOrigin({ pattern: typed });
    if (!explained.ok) throw new Error(explained.reason);
    expect(explained.words.length).toBeGreaterThan(20);
    expect(explained.allows.length).toBeGreaterThan(0);
    expect(explained.refuses.length).toBeGreaterThan(0);
    for (const { origin, why } of [...explained.allows, ...explained.refuses]) {
      expect(new URL(origin).origin).toBe(origin);
      expect(why).not.toBe("");
    }
    for (const { origin } of explained.allows) expect(matchesOrigin(explained.pattern, origin), origin).toBe(true);
    for (const { origin } of explained.refuses) expect(matchesOrigin(explained.pattern, origin), origin).toBe(false);
  });

  test("says what was made of the text", () => {
    const notes = (pattern: string) => {
      const explained = explainOrigin({ pattern });
      return explained.ok ? explained.notes.join(" ") : explained.reason;
    };
    expect(notes("example.com")).toContain("https:// was added");
    expect(notes("https://bücher.example")).toContain("xn--bcher-kva.example");
    expect(notes("https://example.com:443")).toContain("443");
    expect(notes("https://*.github.io")).toContain("Anybody");
    expect(notes("https://www.example.com")).toBe("");
  });
});
