import { expect, test } from "vitest";
import { isId, newId, randomBase62 } from "./id";

test("ids have the form of their noun, and no two are alike", () => {
  const ids = Array.from({ length: 20_000 }, () => newId("conversation"));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((id) => isId("conversation", id))).toBe(true);
  expect(isId("message", ids[0] ?? "")).toBe(false);
});

test("each digit but the first is as likely as any other", () => {
  const counts = new Map<string, number>();
  for (let i = 0; i < 20_000; i++)
    for (const digit of randomBase62().slice(1)) counts.set(digit, (counts.get(digit) ?? 0) + 1);
  const expected = (20_000 * 21) / 62;
  expect(counts.size).toBe(62);
  for (const count of counts.values()) expect(Math.abs(count - expected)).toBeLessThan(expected * 0.1);
});
