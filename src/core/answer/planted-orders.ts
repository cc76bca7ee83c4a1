// Orders to a model that stand in a passage. A source may be edited by strangers (a review, a forum): what speaks to the
// machine rather than to the reader is neither shown to a model nor accepted as evidence.
import { ANSWER_ORDERS } from "./answer-orders";
import { speakOfTheTalk, speaksOfTheTalk } from "./order-fields";
import { remembered, toUnits } from "./passage-words";

const AI = "\\b(?:ai|a\\.i\\.|assistant|chat ?bot|bot|llm|language model|gpt|ki|ia|assistent|assistente|asistente)\\b";
const RULES_WORD =
  "(?:instructions?|prompts?|rules?|guidelines?|directives?|context|anweisung(?:en)?|vorgaben|regeln|consignes?|règles|instrucciones|indicaciones|reglas|instruções|regras|orientações)";
const BEFORE =
  "(?:previous|prior|above|earlier|preceding|all|any|your|these|those|system|bisherige[nr]?|vorherige[nr]?|obige[nr]?|alle[nr]?|précédentes?|ci-dessus|toutes|anteriores|previas|todas|acima)";
const FORGET =
  "(?:ignore|disregard|forget|override|bypass|discard|drop|ignorier(?:e|en|t)?|vergiss|vergessen sie|missachte|ignorez|oublie[zr]?|ne tiens pas compte|ignora|olvida|ignore[nm]?|esqueça|desconsidere)";

// `\b` knows the letters of English alone.
const LETTER = "[\\p{L}\\p{N}_]";
const EDGE = `(?:(?<!${LETTER})(?=${LETTER})|(?<=${LETTER})(?!${LETTER}))`;
const inEveryLanguage = ({ source, flags }: RegExp) => new RegExp(source.replaceAll("\\b", EDGE), flags);

/** Passages whose reading is remembered: the same ones are found again and again. */
const MOST_PASSAGES = 1000;

/** Each is enough by itself. Bounded gaps keep them linear. */
const ORDERS = [
  new RegExp(`\\b${FORGET}\\b[^.!?\\n]{0,40}\\b${BEFORE}\\b[^.!?\\n]{0,30}\\b${RULES_WORD}`, "iu"),
  new RegExp(`\\b${FORGET}\\b[^.!?\\n]{0,40}\\b${RULES_WORD}[^.!?\\n]{0,30}\\b${BEFORE}\\b`, "iu"),
  new RegExp(
    `(?:^|[^\\p{L}])(?:note|attention|message|instructions?|order|command|hinweis|achtung|nota|mensaje|aviso|atenção|atención)\\s+(?:to|for|an|für|pour|aux?|à l['’]|para|al?|ao)\\s*(?:the|any|all|die|den|das|le|la|les|l['’]|el|os|as)?\\s*(?:\\p{L}+\\s)?${AI}`,
    "iu",
  ),
  new RegExp(
    `(?:^|[\\s"'(])(?:dear|hey|attention|achtung|atención|atenção|liebe[rs]?|cher|chère|querid[oa]|caro)\\s+${AI}\\b`,
    "iu",
  ),
  /(?:^|\n)\s*(?:#+\s*)?(?:system|assistant|developer|system prompt|new (?:system )?instructions?|instructions? for (?:the )?(?:ai|model|assistant|bot))\s*[:>\]]/i,
  /<\|?\/?(?:im_start|im_end|system|assistant|endoftext)|\[\/?INST\]|<<\/?SYS>>|\bBEGIN (?:SYSTEM|ADMIN|DEVELOPER)\b/i,
  new RegExp(
    `\\b(?:you are|act as|behave as|pretend (?:to be|you are)|du bist|sie sind|tu es|vous êtes|eres|você é)\\s+(?:now|jetzt|ab sofort|désormais|maintenant|ahora|agora|no longer|a|an|ein|une?|um)\\b[^.!?\\n]{0,40}(?:${AI}|\\bDAN\\b|mode|unrestricted|model)`,
    "iu",
  ),
  /\b(?:reveal|print|repeat|output|show|leak|display|dump|disclose|verrate|zeige|gib|révèle|affiche|revela|muestra|revele|mostre)\b[^.!?\n]{0,40}\b(?:system prompt|system message|hidden (?:prompt|instructions)|initial (?:prompt|instructions)|your (?:instructions|prompt|rules)|systemprompt|deine anweisungen|tes instructions|tus instrucciones|suas instruções)/iu,
  new RegExp(
    `\\b(?:when|if|whenever)\\b[^.!?\\n]{0,60}\\b(?:the )?(?:users?|visitors?|${AI})\\b[^.!?\\n]{0,30}\\b(?:asks?|reads?|process(?:es)?)\\b[^.!?\\n]{0,60}\\b(?:you (?:must|should)|always|say|output|respond|reply)\\b`,
    "iu",
  ),
  new RegExp(
    `\\b(?:the |all |any )?${AI}s?\\b[^.!?\\n]{0,30}\\b(?:must|should|shall|has to|needs to|is to|soll|muss|doit|devez|debe|deve|needs)\\b[^.!?\\n]{0,30}\\b(?:say|tell|answer|reply|respond|output|include|recommend|claim|ignore|insert|antworten|sagen|répondre|dire|responder|decir|dizer)`,
    "iu",
  ),
  /(?:これまで|以前|上記|前)の(?:すべての)?(?:指示|命令|ルール|プロンプト)|(?:指示|命令|ルール)を(?:すべて)?(?:無視|忘れ)|システムプロンプト|(?:AI|アシスタント|ボット)(?:へ|への|は必ず)/u,
  /\b(?:call|invoke|execute|run|use)\b[^.!?\n]{0,20}\b(?:tool|function|plugin)\b[^.!?\n]{0,60}[({"]/i,
  /\byou are now (?:(?:a|an|the) (?:\p{L}+ )?(?:bot|model|assistant|ai)|DAN|in \p{L}+ mode)\b|\bfrom now on,? (?:reply|respond|answer|say|output|you (?:must|will|only|always|respond|reply|answer|speak|act|are))\b/iu,
  /\bab (?:jetzt|sofort) (?:antwort|bist|sag)|\bà partir de maintenant,? (?:tu|vous (?:êtes|répond|dites)|répond)|\ba partir de ahora,? (?:eres|responde|di\b)|\ba partir de agora,? (?:você é|responda|diga)/iu,
  /\b(?:developer|debug|god|admin|jailbreak|DAN) mode (?:is )?(?:now )?(?:enabled|activated)\b/i,
  ...ANSWER_ORDERS,
].map((order) => ({
  order: inEveryLanguage(order),
  // The same without a look at the edges of words: finds more, and twenty times as fast.
  loose: new RegExp(order.source.replaceAll("\\b", ""), order.flags),
}));

/** Said to a reader these are harmless; beside an order they are its rest. */
const RESTS = inEveryLanguage(
  /\b(?:tell|inform|convince|assure) (?:the |every |all |any )?(?:user|visitor|customer|reader|them)|\b(?:respond|reply|answer|say|output|write|print|include|insert|append|add|begin|end|state|claim)\b[^.!?\n]{0,30}(?:with|that|the following|exactly|only|this|every|["“:])|!\[[^\]]*\]\(|https?:\/\/|\b(?:sag|sage|antworte|dis|dites|réponds|répondez|di|diga|responde|responda)\b|(?:答え|伝え|言っ|出力)/iu,
);

// Letters that are not seen cannot hide an order, nor can those of another script that look like Latin ones.
const LOOKALIKES: Record<string, string> = Object.fromEntries(
  [
    "аa",
    "еe",
    "оo",
    "рp",
    "сc",
    "хx",
    "уy",
    "іi",
    "ѕs",
    "ԁd",
    "οo",
    "αa",
    "εe",
    "ιi",
    "νv",
    "ρp",
    "τt",
    "υu",
    "κk",
  ].map((pair) => [...pair]),
);
function fold(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII, of which nothing looks like anything else
  if (/^[\x00-\x7f]*$/.test(text)) return text;
  const visible = text.normalize("NFKC").replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, "");
  return visible.replace(/\p{L}+/gu, (word) =>
    /\p{Script=Latin}/u.test(word) || [...word].every((letter) => letter in LOOKALIKES)
      ? word.replace(/[^\p{Script=Latin}]/gu, (letter) => LOOKALIKES[letter] ?? letter)
      : word,
  );
}

// Told from one sentence: a whole page touches every subject.
const isOrderly = (text: string) => ORDERS.some(({ loose, order }) => loose.test(text) && order.test(text));

/** Whether a sentence gives an order to a model. */
export const isOrder = remembered(4 * MOST_PASSAGES, (text): boolean => {
  const folded = fold(text);
  return isOrderly(folded) || speaksOfTheTalk(folded);
});

/** Whether a sentence gives an order together with the next. */
function isHalfOrder(sentence: string, next: string | undefined): boolean {
  return next !== undefined && speakOfTheTalk(fold(sentence), fold(next));
}

function hasOrder(text: string): boolean {
  const quotes = toUnits(text).map(({ quote }) => quote);
  return isOrderly(fold(text)) || quotes.some((quote, i) => isOrder(quote) || isHalfOrder(quote, quotes[i + 1]));
}

/**
 * A passage without the orders planted in it: the sentence that gives one goes with all that follows it in its paragraph,
 * and, elsewhere in such a passage, whatever reads like the rest of it. Other passages stay untouched.
 */
export const withoutOrders = remembered(MOST_PASSAGES, (text): string => {
  if (!hasOrder(text)) return text;
  return text
    .split(/\n{2,}/)
    .map((block) => {
      const kept: string[] = [];
      const quotes = toUnits(block).map(({ quote }) => quote);
      for (const [i, quote] of quotes.entries()) {
        if (isOrder(quote) || isHalfOrder(quote, quotes[i + 1])) break;
        if (!RESTS.test(fold(quote))) kept.push(quote);
      }
      return kept.length > 0 && isOrderly(fold(kept.join(" "))) ? "" : kept.join(/\n/.test(block) ? "\n" : " ");
    })
    .filter((block) => block.trim() !== "")
    .join("\n\n");
});
