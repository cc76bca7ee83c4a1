import { expect, test } from "vitest";
import { groupQuestions, toSameWords } from "./group-questions";

const group = (questions: string[]) =>
  groupQuestions(toSameWords(questions, (question) => question)).map((members) =>
    members.flatMap((member) => member.questions),
  );

test.each([
  ["Do you sell kayaks?", "do you sell a cheap kayak"],
  ["Can I pay with a gift card?", "Is it possible to pay with gift cards here?"],
  ["How do I change the address of my order?", "Change the delivery address of an order"],
  ["Verkauft ihr Kajaks?", "Verkauft ihr auch die Kajaks?"],
  ["Wie kann ich meine Adresse ändern?", "Kann man die Adresse ändern?"],
  ["¿Cuánto cuesta el envío a Canarias?", "¿Cuánto tiempo cuesta un envío para Canarias?"],
  ["Livrez-vous en Suisse le samedi ?", "Est-ce que vous livrez en Suisse le samedi ?"],
  ["自転車の修理はできますか", "自転車の修理はできますか？"],
])("%s is asked as %s too", (one, other) => expect(group([one, other])).toHaveLength(1));

test.each([
  ["How much is delivery to Norway?", "How much is delivery to Spain?"],
  ["How long is express delivery to Norway?", "How long is express delivery to Spain?"],
  ["What does a repair cost?", "How long does a repair take?"],
  ["Do you sell kayaks?", "Do you sell canoes?"],
  ["Kayak", "Where can I return a kayak that I bought?"],
  ["Wie kann ich meine Adresse ändern?", "Wie kann ich meine Bestellung ändern?"],
])("%s is not %s", (one, other) => expect(group([one, other])).toHaveLength(2));

test("groups are the same whatever the order, and named by what is asked most", () => {
  const questions = ["do you sell a cheap kayak", "Do you sell kayaks?", "sell kayak?", "Is there a unicorn farm?"];
  const groups = group(questions);
  expect(groups).toEqual([
    ["Do you sell kayaks?", "sell kayak?", "do you sell a cheap kayak"],
    ["Is there a unicorn farm?"],
  ]);
  expect(group(questions.toReversed()).map((members) => members.toSorted())).toEqual(
    groups.map((members) => members.toSorted()),
  );
});

test("thousands of questions are grouped in no time", () => {
  const words = Array.from({ length: 400 }, (_, i) => `word${i}`);
  const questions = Array.from({ length: 5000 }, (_, i) =>
    [0, 1, 2, 3, 4].map((k) => words[(i * (k + 3) * 7 + k * i * i) % words.length]).join(" "),
  );
  const began = performance.now();
  expect(group(questions).flat()).toHaveLength(5000);
  expect(performance.now() - began).toBeLessThan(3000);
});
