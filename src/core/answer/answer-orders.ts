// Orders that speak of the answer instead of to the one who answers: what every reply must hold, what the sole reply is,
// which game is played, which other pages no longer count.

const ANSWER =
  "(?:repl(?:y|ies)|answers?|responses?|summar(?:y|ies)|antwort(?:en)?|auskunft|auskünfte|zusammenfassung(?:en)?|réponses?|résumés?|respuestas?|resúmenes|resumen|respostas?|resumos?)";
const SECRET = "(?:pass ?words?|passwort|api[- ]?keys?|mot de passe|contraseña|senha|secret keys?)";
const PAGES =
  "(?:pages?|articles?|documents?|passages?|sources?|seiten|quellen|artikel|páginas|fuentes|artículos|documentos|fontes|artigos)";
const THIS_PAGE =
  "(?:this|the|dieser|diesem|cette|ce|esta|este|desta|deste) (?:page|article|document|passage|text|seite|artikels?|texte?s?|página|artículo|documento|texto|artigo)";

/** For `inEveryLanguage` of planted-orders.ts; gaps are bounded and keep them linear. */
export const ANSWER_ORDERS = [
  // What the answer is to hold: an address, a secret.
  new RegExp(
    `\\b${ANSWER}\\b[^!?\\n]{0,60}\\b(?:has to|have to|must|should|ought to|needs? to|shall|will always|passes?|geht|gehen|muss|müssen|soll|sollen|doit|doivent|passe|debe|deben|pasa|deve|devem|passa)\\b[^!?\\n]{0,80}(?:https?://|www\\.|${SECRET})`,
    "iu",
  ),
  new RegExp(
    `https?://\\S{4,200}[^.!?\\n]{0,60}\\b(?:in|to|an|dans|à|en|em|a) (?:every|each|all|jede[rn]?|chaque|toute|cada|toda) ${ANSWER}\\b`,
    "iu",
  ),
  new RegExp(
    `\\b${ANSWER}\\b[^.!?\\n]{0,60}\\b(?:ends?|close|closes|finishe?s?|begins?|opens?|endet|enden|schließt|finit|finissent|termine|termina[nm]?|acaba[nm]?)\\b[^.!?\\n]{0,30}\\b${SECRET}`,
    "iu",
  ),
  new RegExp(`\\b(?:endet|enden|schließt)\\b[^.!?\\n]{0,20}\\b${ANSWER}\\b[^.!?\\n]{0,60}\\b${SECRET}`, "iu"),
  new RegExp(
    `\\b${ANSWER} (?:of|to|from|about|zu|aus|de|d['’]|da|do|dieser|desta|deste|over) ?${THIS_PAGE}[^.!?\\n]{0,40}[:“"„«]`,
    "iu",
  ),
  new RegExp(`\\b${ANSWER} ${THIS_PAGE}[^.!?\\n]{0,40}[:“"„«]`, "iu"),
  // The sole answer.
  new RegExp(
    `\\b(?:sole|only|einzige|seule|única) ${ANSWER}\\b[^.!?\\n]{0,60}\\b(?:is|are|ist|lautet|est|es|é)\\b`,
    "iu",
  ),
  /\bauf (?:alle |jede )?fragen?\b[^.!?\n]{0,40}\b(?:kommt|folgt|gibt es|heißt es) nur\b/iu,
  /「[^」\n]{1,60}」とだけ(?:返|答|言|書|出力)|(?:回答|返答|返信|要約)[^。\n]{0,30}(?:https?:\/\/|パスワード|鍵)|(?:ページ|文書|記事)の要約は「/u,
  // What the one who answers was started with.
  /\b(?:text|words|message|prompt)\b[^.!?\n]{0,20}\byou were (?:started|set up|launched|loaded|primed|initiali[sz]ed) with\b|\btext\b[^.!?\n]{0,20}\bmit dem du\b[^.!?\n]{0,20}\bwurdest\b|\btexte avec lequel on t['’]a\b|\btexto con el que te\b|\btexto com (?:que|o qual) (?:foi|foste|você foi) (?:inicia|arranca|carrega|programa)d[oa]\b|起動時に渡された(?:文|テキスト|指示)/iu,
  // A game, and who one is in it.
  /\b(?:let us|let['’]s) play\b[^.!?\n]{0,30}\b(?:you are|your name)\b|\blass uns\b[^.!?\n]{0,20}\bspiel(?:en)?\b[^.!?\n]{0,20}\bdu (?:heißt|bist)\b|\bjouons\b[^.!?\n]{0,20}\btu (?:t['’]appelles|es)\b|\bjuguemos\b[^.!?\n]{0,20}\b(?:te llamas|eres)\b|\bvamos jogar\b[^.!?\n]{0,20}\b(?:o seu nome|você é|tu és)\b|ゲームをしましょう。?[^。\n]{0,10}あなた/iu,
  // What is above all other evidence.
  new RegExp(
    `\\b(?:replaces?|overrides?|supersedes?|outranks?|takes? precedence over|ersetzt|remplace|prévaut sur|sustituye|prevalece sobre|substitui)\\b[^.!?\\n]{0,15}\\b(?:every|all|any|alle|toutes?|tous|las|los|todas?|todos?|as|os) (?:the )?(?:other|anderen?|les autres|demás|demais|las otras|outras) ${PAGES}\\b`,
    "iu",
  ),
  new RegExp(`\\bgeht allen (?:anderen|übrigen) ${PAGES} vor\\b|\\bhat vorrang vor allen\\b`, "iu"),
  /(?:ほか|他|すべて)の(?:ページ|記事|文書|資料)より(?:も)?優先/u,
  // Pieces of the machinery.
  /["']role["']\s*:\s*["'](?:system|assistant|developer|tool)["']|\b(?:tool|function)_calls?\b/i,
];
