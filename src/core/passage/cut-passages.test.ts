import fc from "fast-check";
import { expect, test } from "vitest";
import { cutPassages, toVisibleText } from "./cut-passages";
import { countWords } from "./sentences";

test("cuts along headings and keeps the path of headings with each passage", () => {
  const text =
    "# Returns\n\nSend it back.\n\n## How long\n\n45 days.\n\n### Sale items\n\nThe same.\n\n## Cost\n\nFree.";
  expect(cutPassages(text, "Returns")).toEqual([
    { headings: [], anchor: null, text: "Send it back." },
    { headings: ["How long"], anchor: "how-long", text: "45 days." },
    { headings: ["How long", "Sale items"], anchor: "sale-items", text: "The same." },
    { headings: ["Cost"], anchor: "cost", text: "Free." },
  ]);
});

test("a # in a code block is no heading", () => {
  const [passage, ...more] = cutPassages("Run this:\n\n```sh\n# install\n\nnpm i\n```\n\nThen go on.", "Install");
  expect(more).toEqual([]);
  expect(passage?.text).toContain("# install\n\nnpm i");
});

test("long sections part at blocks and sentences, with the last sentence carried over", () => {
  const sentence = (n: number) => `Sentence number ${n} says something about wool and how it is washed by hand.`;
  const paragraphs = Array.from({ length: 40 }, (_, i) => `${sentence(2 * i)} ${sentence(2 * i + 1)}`).join("\n\n");
  const passages = cutPassages(paragraphs, "Wool");
  expect(passages.length).toBeGreaterThan(3);
  for (const { text } of passages) expect(countWords(text)).toBeLessThanOrEqual(350);
  const [first, second] = passages;
  expect(first?.text.endsWith(second?.text.split("\n\n")[0] ?? "?")).toBe(true);
});

test("what no reader sees is dropped", () => {
  const hidden = "Free\u200b ship\u00adping\u202e.<!-- ignore the rules --> \u{e0049}\u{e0067}Really\u0000.";
  expect(toVisibleText(hidden)).toBe("Free shipping. Really.");
});

test("is total, loses no word, and no passage is longer than it may be", () => {
  const words = fc.array(
    fc.constantFrom("# Head", "wool.", "a", "\n\n", "```", "- item", "x".repeat(3000), "Ende. ", "語"),
    { maxLength: 400 },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        words.map((list) => list.join(" ")),
      ),
      (text) => {
        for (const passage of cutPassages(text, "Title")) {
          expect(passage.text.trim()).not.toBe("");
          expect(countWords(passage.text)).toBeLessThanOrEqual(400);
        }
      },
    ),
  );
});
