import { expect, test } from "vitest";
import type { PassageHit } from "@/store/search-passages";
import { weighSentences } from "./find-sentences";
import { readSigns } from "./judge-evidence";

const hit = (text: string, share = 0.5): PassageHit => ({
  ...{ passageId: "psg_1", sourceId: "src_1", title: "", headings: [], url: null, anchor: null, hidden: false },
  ...{ offTopic: null, score: 5, text, share },
});

function signs(question: string, text: string, share?: number) {
  const [best] = weighSentences(question, [hit(text, share)]);
  if (!best) throw new Error("no sentence");
  return readSigns(question, best);
}

test("a name of the question that the evidence does not know is a sign; a near form of it is none", () => {
  expect(signs("Do parcels go to Norway?", "Parcels go to Sweden.").namesMissing).toBe(1);
  expect(signs("Do parcels go to Norway?", "Parcels go to Norway.").namesMissing).toBe(0);
  expect(signs("Where was Norman art made?", "Art of Normandy was made in Rouen.").namesMissing).toBe(0);
});

test("where every noun has a capital, or every word, capitals tell no names", () => {
  expect(
    signs("Wie lange dauert die Lieferung mit der Spedition?", "Die Lieferung dauert vier Tage.").namesMissing,
  ).toBe(0);
  expect(signs("How Do I Return An Unwanted Item?", "Return it within thirty days.").namesMissing).toBe(0);
});

test("a number, a contrary, and a denial that the evidence does not share are signs", () => {
  expect(signs("Was the fort built in 1757?", "The fort was built in 1754.").numbersMissing).toBe(1);
  expect(signs("Was the fort built in 1754?", "The fort was built in 1754.").numbersMissing).toBe(0);
  expect(signs("Which parcels are never insured?", "Parcels are insured.").deniedAlone).toBe(1);
  expect(signs("Which parcels are never insured?", "Letters are never insured.").deniedAlone).toBe(0);
  expect(signs("Which route is the shortest?", "The longest route is by sea.").opposites).toBeGreaterThan(0);
});

test("of a long question the same share says more, of the shortest no less", () => {
  const short = signs("Return shoes?", "Return shoes by post.", 0.4).held;
  expect(
    signs("Return leather shoes bought abroad last summer?", "Return leather shoes by post.", 0.4).held,
  ).toBeGreaterThan(short);
  expect(signs("Shoes?", "Shoes by post.", 0.4).held).toBe(short);
});
