// A model's words come in pieces of any size: what is made of them does not depend on where they were cut.
import fc from "fast-check";
import { expect, test } from "vitest";
import { toHit } from "../../../tests/passage-hit";
import type { Unsupported } from "./evidence-rules";
import { SentenceStream } from "./sentence-stream";
import { EvidenceWriter } from "./write-evidence";

const hits = [
  toHit("You can return any item within 30 days of delivery. Refunds are paid to your card within 5 working days."),
  toHit("To return an item:\n\n1. Open the order.\n2. Print the label.", { sourceId: "src_2", title: "Steps" }),
];
const PIECES = [
  "You can return any item within 30 days of delivery [1]. ",
  "Refunds are paid within 5 working days [1][2].",
  "Refunds are paid in cash [1]. ",
  "返品できます。",
  "**How to return an item:**\n",
  "1. Open the order [2].\n",
  "- Print the label 【2】\n",
  "```\ncode e.g. x\n```\n",
  "| a | b |\n",
  "See [our page](https://shop.example/a?b=1) … ",
  "NO_ANSWER",
  "Sure! ",
  "\n\n",
  " ",
];
const texts = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 8 }).map((parts) => parts.join(""));
const cuts = fc.array(fc.nat(200), { maxLength: 12 });

function cut(text: string, at: readonly number[]): string[] {
  const places = [...new Set([0, ...at.map((place) => place % (text.length + 1)), text.length])].sort((a, b) => a - b);
  return places.slice(1).map((end, i) => text.slice(places[i], end));
}

test("every way of cutting a stream gives the same sentences", () => {
  fc.assert(
    fc.property(texts, cuts, (text, at) => {
      const read = (pieces: readonly string[]) => {
        const stream = new SentenceStream();
        return [...pieces.flatMap((piece) => stream.push(piece)), ...stream.end()];
      };
      expect(read(cut(text, at))).toEqual(read([text]));
    }),
    { numRuns: 500 },
  );
});

test.each(["strip", "refuse", "mark"] satisfies Unsupported[])("and the same final answer: %s", (unsupported) => {
  const write = (pieces: readonly string[]) => {
    const rules = {
      question: "How do I return an item?",
      unsupported,
      linkHosts: [],
      citations: true,
      hidden: ["secret"],
    };
    const writer = new EvidenceWriter(hits, rules);
    let shown = "";
    for (const piece of pieces) shown += writer.push(piece);
    const { text, ...end } = writer.end();
    return { ...end, shown: shown + text };
  };
  fc.assert(
    fc.property(texts, cuts, (text, at) => {
      const [whole, pieces] = [write([text]), write(cut(text, at))];
      expect({ answer: pieces.answer, refused: pieces.refused }).toEqual({
        answer: whole.answer,
        refused: whole.refused,
      });
      // Shown sentence by sentence, nothing is taken back.
      if (unsupported === "strip" && whole.answer) expect(pieces.shown).toBe(whole.answer.content);
    }),
    { numRuns: 300 },
  );
});
