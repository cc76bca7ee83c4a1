import { expect, test } from "vitest";
import { checkTargets } from "./targets";

const set = {
  name: "squad2",
  ranking: { ndcg10: 0.9, recall5: 0.95 },
  answers: { all: { abstainedUnanswerable: 0.4, abstainedAnswerable: 0.16, goldOfAnswerable: 0.7 } },
  offTopic: null,
};

test("tells which targets do not hold; a set without any has none, and what was not measured is not judged", () => {
  const missed = checkTargets(set).filter(({ holds }) => !holds);
  expect(missed.map(({ target }) => target)).toEqual(["recall@5", "kept back, of the answerable"]);
  expect(checkTargets(set).map(({ target }) => target)).not.toContain("off-topic AUC");
  expect(checkTargets({ ...set, name: "mine" })).toEqual([]);
});
