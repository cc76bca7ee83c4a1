import { expect, test } from "vitest";
import { detectLanguage } from "./detect-language";

test.each([
  ["How long does delivery take?", "english"],
  ["Wie lange dauert die Lieferung?", "german"],
  ["Quel est le délai de livraison ?", "french"],
  ["¿Cuándo llega mi pedido?", "spanish"],
  ["Quanto costa la spedizione?", "italian"],
  ["Quando chega o meu pedido? Não recebi nada.", "portuguese"],
  ["Hoe lang duurt het?", "dutch"],
  ["Hur länge tar det?", "swedish"],
  ["Kargo ne kadar sürer?", "turkish"],
  ["Jak długo trwa dostawa i ile to kosztuje?", "simple"],
  ["Сколько стоит доставка?", "russian"],
  ["كم تستغرق عملية التوصيل؟", "arabic"],
  ["配送にはどのくらいかかりますか？ DHL", "simple"],
  ["ส่งสินค้ากี่วัน", "simple"],
  ["ΠΟΤΕ ΘΑ ΕΡΘΕΙ;", "greek"],
  ["Tokyo Lisbon 4711", null],
  ["", null],
])("%s is %s", (text, language) => expect(detectLanguage(text)).toBe(language));

test("a word that another language happens to have does not turn a long text", () => {
  const names = Array.from({ length: 60 }, (_, n) => `Product${n} black`).join(" ");
  expect(detectLanguage(`${names} die`)).toBeNull();
});
