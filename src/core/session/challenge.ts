// Proofs of work: what a session costs those who are asked for one. Signed, so that nothing has to be remembered of a
// challenge until somebody has solved it.
import { randomBase62 } from "@/core/id/id";
import type { Product } from "@/core/product";
import { findSessionKey, getSessionKeys } from "./session-key";

/** Find a `solution` for which SHA-256 of `challenge` + "." + `solution` begins with `difficulty` zero bits. */
export interface Challenge {
  algorithm: "sha256-leading-zero-bits";
  challenge: string;
  difficulty: number;
}

/** To whom a challenge is put; nobody else can use its solution. */
export interface Challenged {
  tenantId: string;
  origin: string;
  address: string;
}

/** A slow telephone tries a hundred thousand numbers a second: each finds a solution in time, whatever is asked. */
const SECONDS = 120;
const SECONDS_UP_TO = 19;
const FORM = /^(s_[0-9A-Za-z]{10})\.([0-9A-Za-z]{22})\.([1-9]\d?)\.(\d{10})\.([\w-]{22})$/;
const MAC_CHARACTERS = 22;

/** How long a challenge of `difficulty` bits is good for: two minutes, and twice as long for each bit past the 19th. */
export function lifetimeOf(difficulty: number): number {
  return SECONDS * 2 ** Math.max(0, difficulty - SECONDS_UP_TO);
}

/** Puts a challenge of `difficulty` bits. */
export async function putChallenge(product: Product, to: Challenged, difficulty: number): Promise<Challenge> {
  const { kid, key } = (await getSessionKeys(product)).current;
  const expiry = Math.floor(product.now() / 1000) + lifetimeOf(difficulty);
  const head = [kid, randomBase62(), difficulty, expiry].join(".");
  const challenge = `${head}.${await macOf(key, head, to)}`;
  return { algorithm: "sha256-leading-zero-bits", challenge, difficulty };
}

/**
 * The id of a challenge of ours that was put to them, has not expired and is solved, and when it expires (milliseconds).
 * Else why it is not good. Says nothing about whether it was used before.
 */
export async function checkSolution(
  product: Product,
  to: Challenged,
  { challenge, solution }: { challenge: string; solution: string },
): Promise<{ id: string; expiresAt: number } | string> {
  const [, kid = "", id = "", difficulty, expiry, mac = ""] = FORM.exec(challenge) ?? [];
  const key = kid ? await findSessionKey(product, kid) : null;
  if (!key) return "not a challenge of ours";
  if (!isSame(mac, await macOf(key, challenge.slice(0, -MAC_CHARACTERS - 1), to))) return "put to somebody else";
  const expiresAt = Number(expiry) * 1000;
  if (expiresAt <= product.now()) return "too late";
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`${challenge}.${solution}`));
  return leadingZeroBits(new Uint8Array(digest)) >= Number(difficulty) ? { id, expiresAt } : "not a solution";
}

/** 128 bits over the challenge and whom it was put to; no JWT begins like this. */
async function macOf(key: CryptoKey, head: string, to: Challenged): Promise<string> {
  const text = JSON.stringify(["gatehouse challenge", head, to.tenantId, to.origin, to.address]);
  const bytes = new Uint8Array(await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(text)));
  return btoa(String.fromCharCode(...bytes.subarray(0, 16)))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .slice(0, MAC_CHARACTERS);
}

/** Takes as long whatever the first difference. */
function isSame(one: string, other: string): boolean {
  let difference = one.length ^ other.length;
  for (let i = 0; i < one.length; i++) difference |= one.charCodeAt(i) ^ other.charCodeAt(i);
  return difference === 0;
}

function leadingZeroBits(bytes: Uint8Array): number {
  const first = bytes.findIndex((byte) => byte !== 0);
  return first === -1 ? bytes.length * 8 : first * 8 + Math.clz32(bytes[first] ?? 0) - 24;
}
