// Numbers that are written as words, in the languages of the widget, and the numerals of Chinese and Japanese.
const LISTS = [
  // English
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen`,
  `null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn`,
  `zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf`,
  `cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve`,
  `zero um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis dezessete dezoito dezenove`,
  `صفر واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة`,
];
const TENS = [
  `twenty thirty forty fifty sixty seventy eighty ninety`,
  `zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig`,
  `vingt trente quarante cinquante soixante soixante-dix quatre-vingts quatre-vingt-dix`,
  `veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa`,
  `vinte trinta quarenta cinquenta sessenta setenta oitenta noventa`,
  `عشرون ثلاثون أربعون خمسون ستون سبعون ثمانون تسعون`,
];
const OTHERS: Record<string, number> = {
  ...{ zwo: 2, duas: 2, dezasseis: 16, dezassete: 17, dezanove: 19, nought: 0 },
  ...{ يومين: 2, اثنين: 2, ثلاث: 3, أربع: 4, خمس: 5, ست: 6, سبع: 7, ثماني: 8, تسع: 9, عشر: 10, عشرين: 20, ثلاثين: 30 },
  ...{ hundred: 100, hundert: 100, cent: 100, cien: 100, ciento: 100, cem: 100, مئة: 100, مائة: 100 },
  ...{ thousand: 1000, tausend: 1000, mille: 1000, mil: 1000, ألف: 1000, million: 1e6, millionen: 1e6, millón: 1e6 },
  ...{ dozen: 12, dutzend: 12, douzaine: 12, docena: 12, dúzia: 12 },
};
/** Articles as often as numbers: they count only before a unit. */
export const ONES = new Set([
  "one",
  "ein",
  "eine",
  "einen",
  "einem",
  "einer",
  "eines",
  "un",
  "une",
  "una",
  "um",
  "uma",
]);

const WORDS = new Map<string, number>(Object.entries(OTHERS));
for (const list of LISTS)
  for (const [value, word] of list.split(" ").entries()) if (!ONES.has(word)) WORDS.set(word, value);
for (const list of TENS) for (const [place, word] of list.split(" ").entries()) WORDS.set(word, 20 + 10 * place);
// "fünfundzwanzig"; "twenty-five" and "trente-deux" are told by their parts.
for (const [ones, value] of [...WORDS, ["ein", 1] as const]) {
  if (value < 1 || value > 9) continue;
  for (const [place, tens] of (TENS[1] ?? "").split(" ").entries())
    WORDS.set(`${ones}und${tens}`, 20 + 10 * place + value);
}

/** The value of a number written as one word, "fünf" or "twenty-five"; null for another word. */
export function toNumber(word: string): number | null {
  const known = WORDS.get(word);
  if (known !== undefined) return known;
  const [tens, ones, more] = word.split("-");
  const [ten, one] = [WORDS.get(tens ?? ""), ONES.has(ones ?? "") ? 1 : WORDS.get(ones ?? "")];
  return more === undefined && ten !== undefined && one !== undefined && ten >= 20 && one < 20 ? ten + one : null;
}

const NUMERALS = "〇一二三四五六七八九";
/** 二十五 → 25; null where the characters make no number below 10 000. */
export function toHanNumber(text: string): number | null {
  if (!/^[〇一二三四五六七八九十百千]{1,8}$/u.test(text)) return null;
  let [total, digit] = [0, -1];
  for (const character of text) {
    const value = NUMERALS.indexOf(character);
    if (value >= 0) digit = digit < 0 ? value : digit * 10 + value;
    else {
      total += (digit < 0 ? 1 : digit) * ({ 十: 10, 百: 100, 千: 1000 }[character] ?? 1);
      digit = -1;
    }
  }
  return total + Math.max(0, digit);
}
