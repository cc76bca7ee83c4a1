// Words and signs for what is counted. Two of one kind are compared in its smallest: two weeks are 14 days.
export interface Unit {
  kind: string;
  factor: number;
}

const NAMES: Record<string, string> = {
  "time 0.0166667": "second seconds sec sekunde sekunden seconde secondes segundo segundos 秒 ثانية",
  "time 1": "minute minutes min mins minuten minuto minutos 分 分間 دقيقة دقائق",
  "time 60": "hour hours hrs stunde stunden heure heures hora horas 時間 小时 ساعة ساعات",
  "time 1440":
    "day days tag tage tagen tages jour jours journée día días dia dias 日 日間 天 يوم أيام يوما يومين werktag werktage werktagen arbeitstag arbeitstage arbeitstagen 営業日",
  "time 10080": "week weeks woche wochen semaine semaines semana semanas 週 週間 周 أسبوع أسابيع",
  "months 1": "month months monat monate monaten monats mois mes meses mês か月 ヶ月 カ月 ヵ月 个月 شهر أشهر",
  "months 12": "year years jahr jahre jahren jahres an ans année années año años ano anos 年 年間 سنة سنوات",
  "euro 1": "€ eur euro euros ユーロ يورو",
  "dollar 1": "$ usd dollar dollars dólar dólares ドル",
  "pound 1": "£ gbp pound pounds pfund livres libras",
  "franc 1": "chf franc francs franken francos",
  "yen 1": "¥ jpy yen yens 円",
  "real 1": "r$ brl real reais",
  "percent 1": "% percent prozent pourcent パーセント",
  "degree 1": "° °c degree degrees grad degrés degré grados grado graus grau 度",
  "gram 1": "g gram grams gramm grammes gramos gramas",
  "gram 1000": "kg kilo kilos kilogram kilograms kilogramm キロ",
  "metre 0.001": "mm millimetre millimetres millimeter",
  "metre 0.01": "cm centimetre centimetres centimeter centimeters zentimeter centímetros センチ",
  "metre 1": "m metre metres meter meters mètres mètre metros metro",
  "metre 1000": "km kilometre kilometres kilometer kilometers kilómetros quilômetros",
  "byte 1": "kb",
  "byte 1000": "mb megabyte megabytes",
  "byte 1000000": "gb gigabyte gigabytes",
  "litre 1": "l litre litres liter liters litros",
};

const UNITS = new Map<string, Unit>();
for (const [name, words] of Object.entries(NAMES)) {
  const [kind = "", factor = "1"] = name.split(" ");
  for (const word of words.split(" ")) UNITS.set(word, { kind, factor: Number(factor) });
}

/** Days that are none at the weekend: another measure than days. */
const WORKING = new Set(
  `working business werktags werktag werktage werktagen arbeitstag arbeitstage arbeitstagen ouvré ouvrés ouvrable ouvrables laborable
  laborables hábil hábiles útil úteis 営業日`.split(/\s+/),
);

/** What a word or sign counts in; null for another word. */
export function toUnit(word: string): Unit | null {
  return UNITS.get(word) ?? null;
}

export function isWorking(word: string): boolean {
  return WORKING.has(word);
}

/** The counters of Chinese and Japanese, the longest first: nothing parts them from their number. */
export const COUNTERS = [...UNITS.keys()]
  .filter((word) => /[\p{sc=Han}\p{sc=Kana}]/u.test(word))
  .sort((a, b) => b.length - a.length);
