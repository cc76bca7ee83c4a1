// Ids are a prefix and 22 characters of base62 from 128 random bits: never sequential, never guessable.

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

export const prefixes = {
  tenant: "ten",
  user: "usr",
  siteKeyRow: "sk",
  origin: "org",
  signingSecret: "sec",
  apiKey: "key",
  visitor: "vis",
  session: "ses",
  conversation: "c",
  message: "m",
  file: "f",
  source: "src",
  passage: "psg",
  goldenQuestion: "gld",
  webhook: "whk",
  event: "evt",
  invitation: "inv",
} as const;

export type Noun = keyof typeof prefixes;
export type Id<N extends Noun> = `${(typeof prefixes)[N]}_${string}`;

/** Random words, drawn many at a time: asking for them costs more than they do. */
const drawn = new Uint16Array(2048);
let used = drawn.length;

/** 128 random bits as 22 characters of base62. */
export function randomBase62(): string {
  if (used === drawn.length) {
    crypto.getRandomValues(drawn);
    used = 0;
  }
  const words = drawn.subarray(used, used + 8);
  used += 8;
  return toBase62(words);
}

/** Eight words of 16 bits, the highest first, as 22 characters of base62. Nought is left of the words. */
function toBase62(words: Uint16Array): string {
  let text = "";
  // Long division by 62³, three digits a round.
  for (let round = 0; round < 8; round++) {
    let rest = 0;
    for (let i = 0; i < 8; i++) {
      const value = rest * 0x10000 + (words[i] ?? 0);
      words[i] = Math.floor(value / 238_328);
      rest = value % 238_328;
    }
    text = toDigit(Math.floor(rest / 3844)) + toDigit(Math.floor(rest / 62) % 62) + toDigit(rest % 62) + text;
  }
  return text.slice(2);
}

function toDigit(value: number): string {
  return ALPHABET.charAt(value);
}

export function newId<N extends Noun>(noun: N): Id<N> {
  return `${prefixes[noun]}_${randomBase62()}`;
}

/** Whether `text` has the form of such an id. Says nothing about whether it exists. */
export function isId<N extends Noun>(noun: N, text: string): text is Id<N> {
  return (
    text.length === prefixes[noun].length + 23 &&
    text.startsWith(`${prefixes[noun]}_`) &&
    /^[0-9A-Za-z]{22}$/.test(text.slice(-22))
  );
}

/** SHA-256 of a text, hex. What is stored of a secret that only has to be recognised. */
export async function sha256Hex(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** `bytes` random bytes as base64url. */
export function randomSecret(bytes: number): string {
  const raw = crypto.getRandomValues(new Uint8Array(bytes));
  return btoa(String.fromCharCode(...raw))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");
}

/** 256 bits that only `parts` together give, as 44 characters of base62. No part may contain a line feed. */
export async function derivedBase62(parts: string[]): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(parts.join("\n"))));
  const words = Uint16Array.from({ length: 16 }, (_, i) => ((digest[2 * i] ?? 0) << 8) | (digest[2 * i + 1] ?? 0));
  return toBase62(words.subarray(0, 8)) + toBase62(words.subarray(8));
}
