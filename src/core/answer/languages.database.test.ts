import { expect, test } from "vitest";
import { addTextSource } from "@/core/source/add-text-source";
import { searchPassages } from "@/store/search-passages";
import { freshProduct, freshTenant } from "../../../tests/fresh-tenant";
import { findAnswer } from "./find-answer";

const product = freshProduct();

const TEXTS = {
  de: [
    ["Rückgabe", "Sie können gekaufte Artikel innerhalb von 45 Tagen zurückgeben. Die Erstattung kommt am selben Tag."],
    ["Versand", "Wir liefern in der ganzen Schweiz. Ein Paket braucht zwei bis vier Werktage."],
    ["Werkstatt", "In unserer Werkstatt werden Zelte und Schuhe repariert, das kostet 20 Franken."],
  ],
  fr: [
    ["Retours", "Vous pouvez renvoyer les articles dans les 45 jours. Le remboursement arrive le même jour."],
    ["Livraison", "Nous livrons dans toute la France. Un colis met deux à quatre jours ouvrables."],
    ["Atelier", "Notre atelier répare les tentes et les chaussures, cela coûte 20 euros."],
  ],
  ja: [
    ["返品について", "商品は購入後45日以内に返品できます。返金は同じ日に行われます。"],
    ["配送", "全国に配送しています。荷物は2日から4日で届きます。"],
    ["修理", "工房ではテントと靴の修理を行っています。料金は2000円です。"],
  ],
  ar: [
    ["الإرجاع", "يمكنك إرجاع المنتجات خلال 45 يوما من الشراء. يصل المبلغ المسترد في اليوم نفسه."],
    ["التوصيل", "نقوم بالتوصيل إلى جميع المدن. يستغرق وصول الطرد من يومين إلى أربعة أيام."],
    ["الورشة", "تصلح ورشتنا الخيام والأحذية مقابل عشرين يورو."],
  ],
  en: [["Returns", "You can return an item within 45 days. We refund it the same day."]],
};

async function openShop(languages: (keyof typeof TEXTS)[]) {
  const { owner } = await freshTenant(product);
  for (const language of languages) {
    for (const [title = "", text = ""] of TEXTS[language]) await addTextSource(owner, { title, text });
  }
  return (question: string) => owner.database.sql((sql) => findAnswer(sql, { question, citations: true }));
}

// Each in other forms of the words than the text has: what finds it is the stemmer of its language, or pairs of letters.
const ASKED = [
  ["de", "Wie lange kann ich einen gekauften Artikel zurückgeben?", "45 Tagen"],
  ["de", "Repariert die Werkstatt auch ein Zelt?", "20 Franken"],
  ["fr", "Comment renvoyer un article ?", "45 jours"],
  ["fr", "Combien de jours pour la livraison d'un colis ?", "quatre jours"],
  ["ja", "返品は何日以内にできますか？", "45日以内"],
  ["ja", "靴の修理はできますか？", "テントと靴の修理"],
  ["ar", "هل يمكنني إرجاع منتج بعد الشراء؟", "45 يوما"],
  ["ar", "هل تصلحون الأحذية في الورشة؟", "عشرين يورو"],
] as const;

test.each(ASKED)("answers in %s: %s", async (language, question, expected) => {
  const ask = await openShop([language]);
  expect(await ask(question)).toMatchObject({ grounded: true, content: expect.stringContaining(expected) });
});

test("a shop in five languages answers each in its own, and none about what it does not know", async () => {
  const ask = await openShop(["de", "fr", "ja", "ar", "en"]);
  for (const [, question, expected] of ASKED) expect((await ask(question)).content).toContain(expected);
  expect((await ask("How long can I return an item?")).content).toContain("45 days");
  for (const question of ["Wer ist Präsident von Frankreich?", "フランスの大統領は誰ですか？", "من هو رئيس فرنسا؟"]) {
    expect(await ask(question)).toMatchObject({ grounded: false, citations: [] });
  }
});

test("a text whose language was mistaken is not found for every question", async () => {
  const { owner } = await freshTenant(product);
  await addTextSource(owner, {
    title: "Returns",
    text: "You can return an item within 45 days. We refund it at once.",
  });
  await addTextSource(owner, { title: "Van de Kamp", text: "Van de Kamp een het van de, just very than it." });
  const hits = await owner.database.sql((sql) => searchPassages(sql, { question: "item returned, just very than" }, 5));
  expect(hits.map(({ title }) => title)).toEqual(["Returns"]);
});
