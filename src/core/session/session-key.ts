// The platform's own keys for session tokens: made when first needed, sealed at rest, replaced every 30 days.
import { randomBase62, randomSecret } from "@/core/id/id";
import type { Product } from "@/core/product";
import { importHmacKey } from "@/core/visitor/hmac-key";
import type { Sql } from "@/store/database";
import { insertSessionKey, listSessionKeys, lockSessionKeys, retireSessionKeys } from "@/store/session-key-rows";

export interface SessionKeys {
  /** What new tokens are signed with. */
  current: { kid: string; key: CryptoKey };
  byKid: ReadonlyMap<string, CryptoKey>;
}

const ROTATE_MS = 30 * 24 * 3600_000;
/** Past the rotation a key verifies as long as the last token it signed may be renewed, and a day more. */
const RETIRE_MS = ROTATE_MS + 2 * 24 * 3600_000;
const LIFE_MS = 5 * 60_000;
/** How soon after a load an unknown key id is looked for again. */
const RELOAD_MS = 1000;

interface Kept {
  keys: Promise<SessionKeys>;
  at: number;
}
const kept = new WeakMap<Product, Kept>();

/** The keys that sign and verify now. Many processes that start at once end up with the same one. */
export function getSessionKeys(product: Product): Promise<SessionKeys> {
  const now = product.now();
  const present = kept.get(product);
  if (present && now - present.at < LIFE_MS) return present.keys;
  return reload(product, now);
}

/** The key of `kid`, null when there is none. Another process may have made it a moment ago. */
export async function findSessionKey(product: Product, kid: string): Promise<CryptoKey | null> {
  const known = (await getSessionKeys(product)).byKid.get(kid);
  const now = product.now();
  if (known || now - (kept.get(product)?.at ?? 0) < RELOAD_MS) return known ?? null;
  return (await reload(product, now)).byKid.get(kid) ?? null;
}

function reload(product: Product, at: number): Promise<SessionKeys> {
  const fresh = { keys: loadKeys(product, at), at };
  kept.set(product, fresh);
  fresh.keys.catch(() => kept.get(product) === fresh && kept.delete(product));
  return fresh.keys;
}

async function loadKeys(product: Product, now: number): Promise<SessionKeys> {
  const rows = await product.database.directorySql(async (sql) => {
    const present = await listSessionKeys(sql);
    if (isFresh(present[0], now)) return present;
    await lockSessionKeys(sql);
    const meanwhile = await listSessionKeys(sql);
    return isFresh(meanwhile[0], now) ? meanwhile : [await makeKey(sql, product, now), ...meanwhile];
  });
  const live = rows.filter((row) => now - row.created_at.getTime() < RETIRE_MS);
  const keys = await Promise.all(
    live.map(async (row) => ({
      kid: row.kid,
      key: await importHmacKey(product.vault.open(row.sealed, keyPlace(row.kid))),
    })),
  );
  const [current] = keys;
  if (!current) throw new Error("there is no session key");
  return { current, byKid: new Map(keys.map(({ kid, key }) => [kid, key])) };
}

async function makeKey(sql: Sql, product: Product, now: number) {
  const kid = `s_${randomBase62().slice(0, 10)}`;
  const row = { kid, sealed: product.vault.seal(randomSecret(32), keyPlace(kid)), created_at: new Date(now) };
  await insertSessionKey(sql, row);
  await retireSessionKeys(sql, new Date(now - RETIRE_MS), new Date(now));
  return row;
}

function isFresh(row: { created_at: Date } | undefined, now: number): boolean {
  return row !== undefined && now - row.created_at.getTime() < ROTATE_MS;
}

function keyPlace(kid: string): string {
  return `platform:session_key.sealed:${kid}`;
}
