import fc from "fast-check";
import { expect, test } from "vitest";
import { toHit as hit } from "../../../tests/passage-hit";
import { extractAnswer } from "./extract-answer";
import { judgeEvidence } from "./judge-evidence";

const shipping = hit(
  "Parcels leave on working days. Standard delivery takes 2 to 4 working days. It is free for orders over 80 euros.",
);

test("quotes the sentence that answers, word for word, with its source", () => {
  const answer = extractAnswer("How long does delivery take?", [shipping]);
  expect(answer.grounded).toBe(true);
  expect(answer.content).toMatch(/^“Standard delivery takes 2 to 4 working days\..*” \[1\]$/s);
  const [citation] = answer.citations;
  expect(shipping.text).toContain(citation?.quote ?? "nothing");
  expect(citation).toMatchObject({
    marker: 1,
    title: "Shipping",
    url: "https://shop.example/shipping",
    sourceId: "src_1",
  });
});

test("a sentence that leans on the one before brings it along", () => {
  const [citation] = extractAnswer("Which orders are free?", [shipping]).citations;
  expect(citation?.quote).toMatch(/^Standard delivery takes .* It is free for orders over 80 euros\.$/s);
});

test("under a heading that asks the question the first sentence answers", () => {
  const money = hit("We check a return within 3 days and refund it the same day.", {
    headings: ["When you get your money back"],
    anchor: "when-you-get-your-money-back",
  });
  const other = hit("You choose: a new item, or your money back.", { headings: ["Repairs"] });
  const [citation] = extractAnswer("When do I get my money back?", [other, money]).citations;
  expect(citation).toMatchObject({
    quote: money.text,
    url: "https://shop.example/shipping#when-you-get-your-money-back",
  });
});

test("a list comes whole behind the line that opens it", () => {
  const steps = hit(
    "To return an item:\n\n1. Open the order.\n2. Print the label.\n3. Hand it in.\n\nReturns are free.",
  );
  const { content, citations } = extractAnswer("How do I return an item?", [steps]);
  expect(citations[0]?.quote).toBe("To return an item:\n\n1. Open the order.\n2. Print the label.\n3. Hand it in.");
  expect(content).toBe(`${citations[0]?.quote}\n\n[1]`);
});

test.each([
  ["nothing was found", "Who is the president of France?", []],
  ["the score says it is about something else", "Who wrote the delivery of the gods?", [{ ...shipping, share: 0.05 }]],
  [
    "the passage holds little of what was asked",
    "Do you repair espresso machines and grinders on working boats?",
    [{ ...shipping, share: 0.15 }],
  ],
])("says that it does not know when %s", (_, question, hits) => {
  const answer = extractAnswer(question, hits);
  expect(answer).toMatchObject({ grounded: false, citations: [] });
  expect(answer.content).toContain("I don’t know");
  expect(answer.content).not.toMatch(/\[\d\]/);
});

test("an answer that is none names the nearest pages as such, and a person", () => {
  const { content, citations } = extractAnswer("Who wrote the delivery of the gods?", [{ ...shipping, share: 0.16 }]);
  expect(content).toMatch(/come nearest:\n\n- \[Shipping\]\(https:\/\/shop\.example\/shipping\)\n\n.* a person\.$/);
  expect(citations).toEqual([]);
});

test.each([
  ["another number", "How many days did standard delivery take in 1999?", true],
  ["the contrary", "Which delivery is not free?", true],
  ["its own trouble told with a denial", "I can't get free delivery for orders over 80 euros", false],
])("doubts more when asked for %s", (_, question, more) => {
  const plain = judgeEvidence("Which orders have free delivery over 80 euros?", [{ ...shipping, share: 0.4 }]);
  const doubted = judgeEvidence(question, [{ ...shipping, share: 0.4 }]);
  expect(doubted.confidence < plain.confidence - 0.1).toBe(more);
});

test("a follow-up is answered about what the turn before was about", () => {
  const norway = hit("Delivery to Norway costs 20 euros.", { passageId: "psg_n", title: "Norway" });
  const { content } = extractAnswer(
    "and how much does it cost?",
    [hit("Socks cost 12 euros.", { passageId: "psg_s" }), norway],
    { previousQuestion: "Do you deliver to Norway?" },
  );
  expect(content).toContain("20 euros");
});

test("steps come whole, whichever of them holds the question's words", () => {
  const steps = hit('Free of charge.\n\n1. Open the order.\n2. Choose "Return items".\n3. Hand it in.\n\nWe check it.');
  const [citation] = extractAnswer("How do I return items?", [steps]).citations;
  expect(citation?.quote).toBe('1. Open the order.\n2. Choose "Return items".\n3. Hand it in.');
});

test("how long, how much: the words that ask for a measure need not stand in the answer", () => {
  const back = hit("You can return an item within 45 days.", { title: "Returns" });
  expect(extractAnswer("How long can I return items?", [back]).grounded).toBe(true);
});

test("half of a short question is not the question", () => {
  const sold = hit("We sell what comes back in the second-hand corner.", { share: 0.3 });
  expect(extractAnswer("Do you sell surfboards?", [sold]).grounded).toBe(false);
  expect(extractAnswer("What do you sell second-hand?", [sold]).grounded).toBe(true);
});

test("every quote is a span of its passage, whatever the passage holds", () => {
  const pieces = [
    "Wool is washed.",
    "It is dried.",
    "- item one",
    "1. step",
    "2. wool step:",
    "\n\n",
    "\n",
    "| a | b |",
    "```\nx\n```",
    "e.g. wool?",
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 14 }), (parts) => {
      const passage = hit(parts.join(" "));
      for (const { quote } of extractAnswer("how is wool washed?", [passage]).citations) {
        expect(quote).not.toBe("");
        expect(passage.text).toContain(quote);
      }
    }),
  );
});

test("how to do something is told by the section that is named for it, alone", () => {
  const washing = hit("Wash by hand, at 30 degrees at most.", { title: "Care", headings: ["Washing"] });
  const moths = hit("Moths look for sweat, so a washed jumper is safe for a summer.", {
    title: "Care",
    headings: ["Moths"],
    score: 5.2,
  });
  const { citations } = extractAnswer("How do I wash a jumper?", [moths, washing]);
  expect(citations.map(({ quote }) => quote)).toEqual([washing.text]);
});

test("of one word alone not every sentence that holds it is an answer", () => {
  const order = hit("We send what is in stock first when an order holds other items.", { share: 0.8 });
  expect(extractAnswer("Where is my order?", [order]).grounded).toBe(false);
  const warranty = hit("Jumpers have a warranty of 3 years from the day of delivery.", { share: 0.8 });
  expect(extractAnswer("How long is the warranty?", [warranty]).grounded).toBe(true);
});
