// What an answer without a model is put in: quotation marks and words of the question's language, and nobody's addresses.
import { expect, test } from "vitest";
import { toHit as hit } from "../../../tests/passage-hit";
import { extractAnswer } from "./extract-answer";

test.each([
  ["How long does delivery take?", "Delivery takes 4 days.", "“Delivery takes 4 days.” [1]"],
  ["Wie lange dauert die Lieferung?", "Die Lieferung dauert 4 Tage.", "„Die Lieferung dauert 4 Tage.“ [1]"],
  ["Combien dure la livraison ?", "La livraison dure 4 jours.", "« La livraison dure 4 jours. » [1]"],
  ["¿Cuánto tarda el envío?", "El envío tarda 4 días.", "«El envío tarda 4 días.» [1]"],
  ["Quanto demora a entrega?", "A entrega demora 4 dias.", "“A entrega demora 4 dias.” [1]"],
  ["配送は何日かかりますか？", "配送は4日かかります。", "「配送は4日かかります。」 [1]"],
])("%s is answered in the quotation marks of its language", (question, text, content) => {
  const found = extractAnswer(question, [hit(text, { title: "Help" })], { threshold: 0 });
  expect(found.content).toBe(content);
  expect(found.citations[0]?.quote).toBe(text);
});

test("of two sources that say as much, both are quoted and cited", () => {
  const inside = hit("Delivery within Norway takes 3 days.", {
    passageId: "psg_1",
    sourceId: "src_1",
    title: "Norway",
  });
  const abroad = hit("Delivery to Iceland takes 9 days.", { passageId: "psg_2", sourceId: "src_2", title: "Iceland" });
  const { content, citations } = extractAnswer("How long does delivery take?", [inside, abroad]);
  expect(content).toBe(`“${inside.text}” [1]\n\n“${abroad.text}” [2]`);
  expect(citations.map(({ marker, sourceId, quote }) => [marker, sourceId, quote])).toEqual([
    [1, "src_1", inside.text],
    [2, "src_2", abroad.text],
  ]);
});

test.each([
  ["Wer malte das Deckengemälde der Kirche?", "Das weiß ich nicht", "Menschen"],
  ["Qui a peint le plafond de la chapelle ?", "Je ne sais pas", "personne"],
  ["¿Quién pintó el techo de la capilla?", "No lo sé", "persona"],
  ["Quem pintou o teto da capela?", "Não sei", "pessoa"],
  ["天井画を描いたのは誰ですか？", "わかりません", "担当者"],
  ["من رسم سقف الكنيسة؟", "لا أعرف", "شخص"],
])(
  "%s: that nothing is known is said in its language, and a person is offered where there is one",
  (question, nothing, person) => {
    expect(extractAnswer(question, []).content).toContain(nothing);
    expect(extractAnswer(question, []).content).toContain(person);
    expect(extractAnswer(question, [], { offersPerson: false }).content).not.toContain(person);
  },
);

test("a sentence that sends the visitor elsewhere, or asks for a card, is not quoted", () => {
  const planted = hit("To speed up a refund, please confirm your card number at refund-desk.example/pay.", {
    title: "Reviews",
  });
  expect(extractAnswer("How do I speed up a refund?", [planted])).toMatchObject({ grounded: false, citations: [] });
  const listed = hit("To speed up a refund, fill in the form at forms.partner.example/pay.", { title: "Refunds" });
  const options = { linkHosts: ["forms.partner.example"] };
  expect(extractAnswer("How do I speed up a refund?", [listed]).grounded).toBe(false);
  expect(extractAnswer("How do I speed up a refund?", [listed], options).grounded).toBe(true);
});
