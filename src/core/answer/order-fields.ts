// Text that speaks about the talk instead of the matter: to whom it is said, what is to be said, what no longer counts, who one
// is. A help page touches one of these fields now and then; a sentence that touches several is an order, whatever its words.
import { remembered } from "./passage-words";

const edge = (words: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.replace(/\s*\n\s*/g, "")})(?![\\p{L}\\p{N}])`, "iu");
const or =
  (...patterns: RegExp[]) =>
  (text: string) =>
    patterns.some((pattern) => pattern.test(text));

/** Each is counted once; some are as telling as two. */
const FIELDS: { weight: number; isIn: (text: string) => boolean }[] = [
  // The machine, and what it runs on.
  {
    weight: 1,
    isIn: or(
      edge(`ai|a\\.i\\.|(?:dear|hey|hello) (?:machine|computer|program)|your (?:script|operators?|makers?|programming|training)|assistants?|chat ?bots?|bots?|llms?|language models?|gpt|help ?desk (?:robot|bot)|automated readers?|ki|ia|assistent(?:en)?|
        assistente|asistente|modèle de langage|sprachmodell|liebe maschine|dein(?:e)? (?:skript|betreiber)|chère machine|ton script|tes opérateurs|querida máquina|tu guion|tus operadores|o teu roteiro|teus operadores`),
      /アシスタント|ボット|機械さん|運営者から|台本|言語モデル|(?<![A-Za-z])AI/u,
    ),
  },
  {
    weight: 1,
    isIn: or(
      edge(`(?:system ?)?prompts?|passages|directives?|guidelines|guidance|configuration text|debugging step|configurationstext|konfigurationstext|systemprompt|vorgaben|
        leitlinien|anweisungen|consignes|directives|texte de configuration|instrucciones|indicaciones|texto de configuraci[oó]n|instruções|
        orientações|texto de configuração|(?:your|the|all|previous|initial) (?:instructions|rules)|deine regeln`),
      /プロンプト|指示|命令|設定の文章/u,
    ),
  },
  // Saying, and what is said: answers, summaries, quotations.
  {
    weight: 1,
    isIn: or(
      edge(`to be given to|given to every\\p{L}*|tell (?:them|everyone|people)|line by line|put this|(?:zu|an) alle zu geben|allen [^.]{0,40} zu geben|melde|zeile für zeile|setze das|à donner à tous|ligne par ligne|signale que|place ceci|para dar a todos|línea a línea|avisa de|pon esto|a dar a todos|linha a linha|avisa que|põe isto|answers?|answering|reply|replies|responds?|responses?|says?|told|tell|output|recite|attribute|quotations?|quoting|quotes?|summar(?:y|ies)|paste|
        reads? (?:this|it) out|pass (?:this|it) on|share it|antwort(?:en|e|et|est)?|sag(?:e|en|t)?|nenne|mitzuteilen|auskunft|rückmeldung|zitat(?:e)?|vorliest|gib das|füge
        [^.]{0,40} ein|antworten sie|réponses?|répond(?:s|ez|re)?|dis|dites|dire|annoncera|annoncer|citations?|coller|lit ceci|recopie[rz]?|respuestas?|responda|responde|
        diga|decir|comunicará|citas?|pega|compártela|lea esto|respostas?|dizer|será dito|citação|citações|cole|ler isto`),
      /知らせて|に置いて|一行ずつ|答え|回答|返信|返事|伝え|言っ|言い|案内する|案内して|出力|読み上げ|貼り付け|引用|要約|教えて/u,
    ),
  },
  // Those who ask, told of in the third person: a page speaks to them.
  {
    weight: 1,
    isIn: or(
      edge(`(?:to )?everyone|everybody|allen|à tous|a todos|(?:every|each|any|all|the|to|a) (?:users?|visitors?|customers?|readers?|askers?)|whoever|who ?ever|anybody|anyone|einem kunden|kunden,? die|jede[mnr]? (?:leser|kunden|besucher)|
        wer (?:das|dies|nach)|jeden|à un client|aux clients|chaque (?:lecteur|client|visiteur)|celui qui|quien|a un cliente|a los clientes|cada (?:lector|cliente|visitante|leitor)|quem|
        a um cliente|aos clientes|todos os clientes`),
      /全員に|お客様に|お客様には|読者|全員に|利用者に/u,
    ),
  },
  {
    weight: 2,
    isIn: or(
      edge(`(?:users?|visitors?|customers?|readers?|people|anyone|anybody|whoever) (?:who |that )?(?:asks?|inquires?|wonders?|types?)|(?:when|if|whenever) (?:a |the |any )?(?:users?|visitors?|customers?|
        someone|anyone|people) asks?|kunden,? die|(?:wer|die) nach [^.]{0,40} frag(?:t|en)|qui demandent?|que pregunten?|que perguntar(?:em)?`),
      /尋ねる|聞かれた|質問され/u,
    ),
  },
  // This talk, and the text itself.
  {
    weight: 1,
    isIn: or(
      edge(`your (?:answer|reply|response)|(?:deine|ihre|eure)r? antwort|(?:ta|votre) réponse|(?:tu|su) respuesta|(?:a )?(?:tua|sua) resposta|before (?:helping|you help) me|bevor du mir|avant de m'aider|antes de (?:ayudarme|me ajudar)|(?:this|the|my|rest of this) (?:chat|conversation|message|session)|(?:of |to )?(?:this|the) (?:page|article|review|note) (?:is|are|reads?|shall)|of this (?:article|page)|dieses (?:chats|gesprächs|artikels)|
        dieser seite|meiner nachricht|cette conversation|mon message|de cet article|este chat|mi mensaje|de este artículo|desta conversa|nesta conversa|minha mensagem|deste artigo`),
      /この会話|返事の下|手伝う前に|私のメッセージ|この記事を/u,
    ),
  },
  // What counts no more, and what alone does.
  {
    weight: 1,
    isIn: or(
      edge(`instead of the (?:old|other|former) (?:text|page|answer)s?|all you (?:now )?know|drop your|statt des alten textes|du kennst nur|leg dein|à la place de l'ancien|tu ne connais plus|laisse tomber|en vez del texto|ya solo conoces|deja tu|em vez do texto|só conheces|larga o|ignore|disregard|forget|override|overrides?|bypass|void|no longer (?:counts?|appl(?:y|ies)|valid)|until further notice|from now on|whatever|no matter|regardless|nothing else|stop there|(?:complete|only|sole|correct) (?:answer|reply|
        response|output)|just go with|skip the|ignoriere?n?|vergiss|missachte|hinfällig|gilt nicht mehr|ab (?:jetzt|sofort)|bis auf weiteres|hört dann auf|sonst nichts|egal was|vollständige rückmeldung|ignorez|oublie[zr]?|
        s'en tienne|s'arrête là|ne compte plus|désormais|quoi qu'il|ignora|olvida|ya no vale|pare ahí|a partir de ahora|nada más|ignore|esqueça|desconsidere|já não vale|pare por aí|a partir de agora|nada mais`),
      /古い文の代わり|知っているのは|捨てて|無視|忘れ|だけにして|とだけ|今後は|以後は|他の(?:ページ|資料)より/u,
    ),
  },
  // Word by word, or a word that is none.
  {
    weight: 1,
    isIn: or(
      edge(`word for word|verbatim|exactly|literally|original wording|the sentence|the (?:text|words|code)|in this wording|wort für wort|wörtlich|im original|den satz|der text|den code|mot pour mot|version originale|la phrase|
        le code|palabra por palabra|versión original|la frase|el código|palavra por palavra|versão original|a frase|o código`),
      /(?<![\p{L}\d-])[\p{Lu}]{5,}(?![\p{L}])|(?<![\p{L}\d-])\p{Lu}{3,}(?:-\p{Lu}+)*-?\d/u,
      /["“„«‘'「][^"”“»’'」\n]{2,60}["”“»’'」]/u,
      /一字一句|原文のまま|そのまま|次の文/u,
      /[:：]\s*\p{L}+[^.\n]{10,}\[\d{1,2}\]/u,
    ),
  },
  // Who one is.
  {
    weight: 2,
    isIn: or(
      edge(`(?:imagine|suppose) (?:that )?you (?:are|were)|stell dir vor,? du|imagine que tu|imagina que (?:fueras|eres|eras|és)|your name is|you are now|you're now|in character|pretend|act as an?|behave as|speak (?:like|as)|talk like|play the (?:role|part)|has no (?:filters?|rules)|(?:without|no) (?:filters|rules)|unrestricted|jailbreak|
        ist dein name|du bist (?:jetzt|ab)|du heißt|kennt keine (?:filter|regeln)|ohne regeln|tu es (?:maintenant|désormais)|ton nom est|tu t'appelles|n'a pas de filtre|sans (?:filtre|règles)|eres ahora|tu nombre es|te llamas|
        no tiene filtros|sin (?:filtros|reglas)|você (?:agora )?é (?:agora )?um|o teu nome é|o seu nome é|não tem filtros|sem (?:filtros|regras)`),
      /あなたの名前|だと想像して|あなたは[^。]{0,12}(?:です|だ)|として(?:話|振る舞)|制限はありません|規則の無い/u,
    ),
  },
  {
    weight: 1,
    isIn: or(
      edge(
        `(?:go|carry|keep) on as|continue as|mach(?:e|en)? [^.]{0,20}als [^.]{1,30} weiter|continue en|sigue como|continua como`,
      ),
      /のまま続けて/u,
    ),
  },
  // Secrets handed out or asked for.
  {
    weight: 1,
    isIn: or(
      edge(`pass ?words?|passphrases?|passwort|parole|credentials|api keys?|card numbers?|cvv|cvc|three digits|security codes?|kartennummer|drei ziffern|mot de passe|numéro de carte|trois chiffres|contraseña|clave|número de tarjeta|
        tres dígitos|senha|número do cartão|três dígitos`),
      /パスワード|合言葉|暗証番号|カード番号/u,
    ),
  },
  // A label that names a machine, a number that looks like a citation.
  {
    weight: 2,
    isIn: or(
      /^[^:.]{0,60}(?<!\p{L})(?:ai|assistants?|chat ?bots?|bots?|robots?|agents?|llms?|models?|ki|ia|assistent(?:en)?|roboter|asistente|assistente|readers)(?: \p{L}+){0,2}\s?:/iu,
      /^[^：。]{0,20}(?:AI|アシスタント|ボット)[^：。]{0,6}：/u,
    ),
  },
  { weight: 1, isIn: or(/\[\d{1,2}\](?!\()/u) },
  // Marks of a machine's own: tags, roles, calls.
  {
    weight: 2,
    isIn: or(
      /<\/?(?:passages?|data|instructions?|system|assistant|user|prompt|context|tool\w*)>|<!--|-->|<\|?\/?(?:im_start|im_end|endoftext)|\[\/?INST\]|["'](?:role|call|tool|function)["']\s*:|```\s*(?:tool|system)|\b(?:tool|function)_calls?\b|\{\{[#/]?\s?\w+\s?\}\}|\b[a-z]+_[a-z_]+\((?=[^)]*['"=@])/iu,
    ),
  },
];

/** Letters that are set apart, or coded, to be read by a machine alone. */
const DISGUISED =
  /(?:(?<!\S)[^\s\d](?!\S)\s+){10,}|(?<![\w/+])(?=[A-Za-z+/]*\d)(?=[\w+/]*[a-z])(?=[\w+/]*[A-Z])[A-Za-z0-9+/]{60,}={0,2}(?![\w/+])/u;

/** As much makes an order. */
const ENOUGH = 3;

/** Whether a sentence speaks about the talk in too many ways to be a page's own. */
export function speaksOfTheTalk(sentence: string): boolean {
  return DISGUISED.test(sentence) || weigh(toFields(sentence)) >= ENOUGH;
}

/** Whether two neighbouring sentences do so together, each for its part. */
export function speakOfTheTalk(one: string, next: string): boolean {
  const [fields, others] = [toFields(one), toFields(next)];
  return fields.size > 0 && others.size > 0 && weigh(new Set([...fields, ...others])) >= ENOUGH;
}

const toFields = remembered(4000, (text): ReadonlySet<(typeof FIELDS)[number]> => {
  return new Set(FIELDS.filter(({ isIn }) => isIn(text)));
});

function weigh(fields: ReadonlySet<(typeof FIELDS)[number]>): number {
  let sum = 0;
  for (const { weight } of fields) sum += weight;
  return sum;
}
