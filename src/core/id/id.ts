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
  webhook: "whk",
  event: "evt",
} as const;

export type Noun = keyof typeof prefixes;
export type Id<N extends Noun> = `${(typeof prefixes)[N]}_${string}`;

/** 128 random bits as 22 characters of base62. */
export function randomBase62(): string {
  let value = 0n;
  for (const byte of crypto.getRandomValues(new Uint8Array(16))) value = (value << 8n) | BigInt(byte);
  let text = "";
  for (let i = 0; i < 22; i++) {
    text = ALPHABET.charAt(Number(value % 62n)) + text;
    value /= 62n;
  }
  return text;
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
