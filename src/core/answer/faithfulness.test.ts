// Sentences that a passage does not say, and such as say what it says in other words: tests/faithfulness.
import { describe, expect, test } from "vitest";
import { changes } from "../../../tests/faithfulness/statement";
import { changed, faithful } from "../../../tests/faithfulness/statements";
import { findSupport } from "./find-support";

const passes = ({ sentence, evidence }: (typeof faithful)[number]) => findSupport(sentence, evidence) !== null;
const list = (of: { language: string; sentence: string }[]) =>
  of.map(({ language, sentence }) => `${language}: ${sentence}`).join("\n");

test("the sets are as large as they claim", () => {
  expect(changed.length).toBeGreaterThanOrEqual(100);
  expect(faithful.length).toBeGreaterThanOrEqual(100);
  expect(new Set(changed.map(({ language }) => language)).size).toBe(6);
});

describe("what a passage does not say", () => {
  test.each(changes)("is caught where it differs by a %s: at least 19 of 20", (change) => {
    const all = changed.filter((one) => one.change === change);
    const missed = all.filter(passes);
    console.log(`${change}: ${all.length - missed.length} of ${all.length} caught\n${list(missed)}`);
    expect(missed.length / all.length, list(missed)).toBeLessThanOrEqual(0.05);
  });
});

test("what it says in other words passes: at least 9 of 10", () => {
  const refused = faithful.filter((one) => !passes(one));
  console.log(`${faithful.length - refused.length} of ${faithful.length} paraphrases pass\n${list(refused)}`);
  expect(refused.length / faithful.length, list(refused)).toBeLessThanOrEqual(0.1);
});
