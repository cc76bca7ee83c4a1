// Small words that turn a sentence round: denials, directions of time and measure, and what admits no exception.

const PRIMARY =
  /(?<![\p{L}\p{N}])(?:not|no|never|cannot|without|neither|nobody|none|nothing|forbidden|prohibited|\p{L}+n['’]t|kein\p{L}*|nicht|nie|niemals|ohne|verboten|pas|jamais|sans|aucune?|rien|interdit\p{L}*|não|sem|proibid\p{L}*|sin|prohibid\p{L}*|لا|لن|ليس|بدون|غير)(?![\p{L}\p{N}])|ありません|ません|(?:ない|なし)(?![\p{sc=Hira}]{0,1}(?:と|け))|不可|禁止|不能|不得|没有|ずに/giu;
/** Denials where nothing else in their clause denies: "no … ningún" denies once. */
const SECONDARY =
  /(?<![\p{L}\p{N}])(?:nor|unable|ningún\p{L}*|ningun\p{L}*|nunca|jamás|nadie|nada|ni|nem|nenhum\p{L}*|ninguém)(?![\p{L}\p{N}])/giu;

/** How often a clause denies. */
export function countDenials(clause: string): number {
  const primary = clause.match(PRIMARY)?.length ?? 0;
  return primary > 0 ? primary : (clause.match(SECONDARY)?.length ?? 0) > 0 ? 1 : 0;
}

const word = (words: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, "iu");
/** Each with its contrary. A sentence may not say the one where its source says the other alone. */
const DIRECTIONS: [RegExp, RegExp][] = [
  [
    word("before|prior to|until|till|bis|avant|jusqu['’]\\p{L}+|antes|hasta|até|vor|قبل"),
    word(
      "after|since|following|once|nach|seit|ab|après|dès|suivant|depuis|después|desde|tras|siguientes?|após|depois|بعد",
    ),
  ],
  [
    word(
      "at least|more than|over|above|from|mindestens|mehr als|über|ab|au moins|plus de|à partir de|al menos|más de|a partir de|desde|pelo menos|mais de|acima de|أكثر",
    ),
    word(
      "at most|less than|fewer than|under|below|up to|within|maximum|höchstens|weniger als|unter|bis zu|innerhalb|au plus|au maximum|moins de|jusqu['’]\\p{L}+|a lo sumo|como máximo|menos de|hasta|no máximo|abaixo de|até|أقل",
    ),
  ],
  [/以上/u, /以下|未満|以内/u],
  [/前(?!後)/u, /後/u],
];

/** Whether a sentence says "before" where its source says "after", or "at least" for "at most". */
export function isTurned(sentence: string, source: string): boolean {
  return DIRECTIONS.some(
    ([one, other]) =>
      (one.test(sentence) && !other.test(sentence) && other.test(source) && !one.test(source)) ||
      (other.test(sentence) && !one.test(sentence) && one.test(source) && !other.test(source)),
  );
}

/** What a source must say in some such word, if a sentence does. */
const STRONG = [
  word("always|ever|constantly|immer|stets|toujours|siempre|sempre|دائما"),
  word(
    "must(?! not)|required|mandatory|obligatory|have to|has to|need to|muss|müssen|pflicht|doit|doivent|devez|faut|debe|deben|tiene que|deve|devem|precisa",
  ),
  word(
    "only|solely|exclusively|just|nur|ausschließlich|lediglich|bloß|seulement|uniquement|exclusivement|solo|sólo|solamente|únicamente|só|somente|apenas|فقط",
  ),
  word(
    "every|everyone|everybody|all|any|each|whole|entire|alle[nrms]?|jede[rnms]?|sämtliche|tous|toutes?|tout|chaque|todos?|todas?|cada|cualquier\\p{L}*|qualquer|كل|جميع",
  ),
  word("guarantee\\p{L}*|garant\\p{L}*"),
  word("immediate\\p{L}*|instant\\p{L}*|at once|sofort|umgehend|immédiat\\p{L}*|inmediat\\p{L}*|imediat\\p{L}*"),
  word("unless|except|excluding|außer|ausgenommen|sauf|excepto|salvo|exceto"),
  /必ず|絶対|常に/u,
  /だけ|のみ|限り/u,
  /すべて|全て|全員|全部/u,
  /保証/u,
  /すぐ|即時|即日/u,
];

/** Whether a sentence claims without exception, or with one, what its source does not. */
export function isOverstated(sentence: string, source: string): boolean {
  return STRONG.some((strong) => strong.test(sentence) && !strong.test(source));
}
