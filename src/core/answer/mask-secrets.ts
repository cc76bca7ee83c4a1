// What looks like a key, a token, a card or a password is masked before a text leaves for a provider.

const END = "(?!\\p{L})";
/** What a password is called, in the languages of the widget. */
const PASSWORD =
  "(?<![\\p{L}\\p{N}])(?:pass ?wor[dt]|passwort|kennwort|passwd|pwd|pass(?:phrase|code)|mot de passe|contraseña|clave(?: de acceso)?|senha|palavra-passe|كلمة (?:المرور|السر))";
const PIN =
  "(?<![\\p{L}\\p{N}])(?:pin|cvv2?|cvc2?|security code|prüfziffer|código de seguridad|código de segurança|cryptogramme|otp|one-time code)(?:[ -]?(?:code|nummer|number|número))?";
/** "is", with which a value is told. */
const IS = "(?:is|was|are|lautet|ist|war|heißt|est|était|es|era|é|هي|هو)";
const SIGN = "\\s{0,3}(?:[:=：]|->|→)\\s{0,3}";
const RULES: [name: string, pattern: RegExp, holds?: (found: string) => boolean][] = [
  ["private key", /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]{0,8000}?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g],
  ["token", /\beyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?/g],
  ["key", /\b(?:sk|pk|rk|ghs|ghk|ghp|gho|ghu|xox[abprs]|glpat|npm|hf|whsec|shpat|SG)[-_.][\w.-]{16,}/g],
  ["key", /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b|\bAIza[\w-]{30,}|\bgithub_pat_\w{20,}/g],
  ["token", /\bBearer\s+[\w.~+/-]{16,}=*/gi],
  // "password: x" whatever x is; "the password is x" where x is no plain word, as in "the password is required".
  ["password", new RegExp(`(?<=${PASSWORD}${SIGN}["'“„«]?)[^\\s,;"'”“»[\\]]{4,}`, "giu")],
  [
    "password",
    new RegExp(
      `(?<=${PASSWORD}[^.!?\\n]{0,30}?\\s${IS}(?:\\s(?:now|jetzt|nun|maintenant|ahora|agora))?\\s["'“„«]?)[^\\s,;"'”“»[\\]]{4,200}`,
      "giu",
    ),
    isCode,
  ],
  ["password", new RegExp(`(?<=${PASSWORD}\\s["'“„«]?)[^\\s,;"'”“»[\\]]{6,200}`, "giu"), isCode],
  ["password", /(?<=(?:パスワード|暗証番号|合言葉)(?:は|が|：|:|\s){1,3}「?)[A-Za-z0-9!-/:-@[-`{-~]{4,60}/gu],
  ["code", new RegExp(`(?<=${PIN}(?:${SIGN}|\\s${IS}\\s|\\s))\\d(?:[ -]?\\d){2,7}(?![\\d.,]*\\p{L})${END}`, "giu")],
  ["key", /(?<=\b(?:api[-_ ]?key|secret|access[-_ ]?token|client[-_ ]?secret)\s{0,3}[:=]\s{0,3}["']?)[\w./+-]{8,}/gi],
  [
    "key",
    /(?<=\b(?:api[-_ ]?key|access key|secret key)\s(?:is\s)?["']?)(?=[\w./+-]*\d)(?=[\w./+-]*[A-Za-z])[\w./+-]{8,}/gi,
  ],
  [
    "token",
    /(?<=\b(?:token|jeton|código de acceso|トークン(?:は)?)(?:\s(?:is|ist|lautet|est|es|é))?\s?[:=]?\s?["']?)(?=[\w./+-]*\d)(?=[\w./+-]*[A-Za-z])[\w./+-]{10,}/giu,
  ],
  ["card", /(?<![\w.])\d(?:[ -]?\d){12,18}(?![\w])/g, isCard],
  ["account", /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b/g, isIban],
  ["social security number", /(?<![\d-])(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\d-])/g],
  ["key", /(?<![\w/.:-])(?=[\w+-]*\d)(?=[\w+-]*[a-z])(?=[\w+-]*[A-Z])[\w+-]{32,}={0,2}(?![\w/])/g],
];

/** The text with every secret replaced by a word for what it was, `[card hidden]`. Long inputs stay linear. */
export function maskSecrets(text: string): string {
  return RULES.reduce(
    (masked, [name, pattern, holds]) =>
      masked.replace(pattern, (found) => (holds && !holds(found) ? found : toMask(name, found))),
    text,
  );
}

/** What ends the sentence stays. */
function toMask(name: string, found: string): string {
  const end = name === "password" ? (/[.!?。！？)]+$/u.exec(found)?.[0] ?? "") : "";
  return `[${name} hidden]${end}`;
}

/** No word of a language: it holds a digit, a sign, or a capital behind a small letter. */
function isCode(found: string): boolean {
  return /\d|[@#$%^&*_+=~]|[!?.](?=[\p{L}\d])|\p{Ll}\p{Lu}/u.test(found);
}

/** Luhn's check over 13 to 19 digits that are not all the same. */
function isCard(found: string): boolean {
  const digits = [...found.replace(/\D/g, "")].map(Number);
  if (new Set(digits).size < 2) return false;
  const sum = digits.reverse().reduce((total, digit, place) => {
    const doubled = place % 2 === 1 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/** ISO 13616: the rest of 97 is 1. */
function isIban(found: string): boolean {
  const compact = found.replace(/ /g, "");
  if (compact.length < 15 || compact.length > 34) return false;
  let rest = 0;
  for (const character of compact.slice(4) + compact.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
