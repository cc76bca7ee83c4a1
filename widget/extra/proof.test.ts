import { createHash as nodeHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createSearch, solve } from "./proof";
import { createHash } from "./sha256";

const hex = (words: Int32Array) => Array.from(words, (word) => (word >>> 0).toString(16).padStart(8, "0")).join("");

test("it is SHA-256, whatever stands before", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), fc.nat(), (beginning, rest) => {
      const expected = nodeHash("sha256").update(`${beginning}${rest}`).digest("hex");
      expect(hex(createHash(beginning)(`${rest}`))).toBe(expected);
    }),
  );
});

test("a solution has as many zero bits as were asked for, and the clock goes on meanwhile", async () => {
  let ticks = 0;
  const clock = setInterval(() => ticks++, 5);
  const challenge = { algorithm: "sha256-leading-zero-bits", challenge: "c".repeat(90), difficulty: 15 } as const;
  const solution = await solve(challenge, new AbortController().signal);
  clearInterval(clock);
  const digest = nodeHash("sha256").update(`${challenge.challenge}.${solution}`).digest();
  expect(digest.readUInt32BE(0) >>> 17).toBe(0);
  expect(ticks).toBeGreaterThan(0);
});

test("zero bits are counted across words", () => {
  const hashOf = () => (rest: string) => (rest === "3" ? Int32Array.of(0, 0, 1 << 30) : Int32Array.of(0, 1));
  expect(createSearch(hashOf, "c", 65)(5)).toBe("3");
  expect(createSearch(hashOf, "c", 66)(5)).toBeNull();
  expect(createSearch(() => () => Int32Array.of(-1), "c", 1)(5)).toBeNull();
});

test("the texts that a worker runs need nothing around them", () => {
  const search = new Function(`return (${createSearch})(${createHash}, "round", 8)`)();
  const found = search(100_000);
  expect(nodeHash("sha256").update(`round.${found}`).digest()[0]).toBe(0);
});

test("its end is heard while it is at work", async () => {
  const ending = new AbortController();
  const challenge = { algorithm: "sha256-leading-zero-bits", challenge: "c", difficulty: 60 } as const;
  setTimeout(() => ending.abort(), 50);
  await expect(solve(challenge, ending.signal)).rejects.toThrow("ended");
});
