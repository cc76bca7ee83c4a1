import type { Scope } from "@/core/api-key/create-api-key";
import { sha256Hex } from "@/core/id/id";
import type { LimitVerdict } from "@/core/limit/limit";
import { LimitExceeded } from "@/core/limit/limit-exceeded";
import { limitRules } from "@/core/limit/rules";
import { observations } from "@/core/observation/observation";
import type { Product } from "@/core/product";
import { Memory } from "@/core/visitor/memory";
import { Failure } from "@/failures";
import { findApiKeyByHash, type LiveApiKey } from "@/store/api-key-rows";
import type { Server } from "./server";

/** A request as far as admission looks at it. Nothing in it is believed yet. */
export interface ServerKnock {
  /** Network address, IPv6 by its /64. */
  address: string;
  /** What stands behind `Bearer`; null without an Authorization header, empty for anything else in it. */
  bearer: string | null;
}

const API_KEY = /^gk_[0-9A-Za-z]{44}$/;
const LIFE_MS = 5000;
const MOST = 2000;

/** Whether a bearer token wants to be an API key; any other class is none of `admitServer`'s. */
export function isApiKey(bearer: string): boolean {
  return bearer.startsWith("gk_");
}

/**
 * Admits the tenant's server: limit by address, then the key, its limit and its scope. `token_missing` without one,
 * `token_expired` past its date, one `token_invalid` for unknown and revoked keys and for every other class of token,
 * `scope_refused` for a key that was not made for this. A key that is revoked is refused within 1 s, in every process.
 */
export async function admitServer(product: Product, knock: ServerKnock, scope: Scope): Promise<Server> {
  const verdicts: LimitVerdict[] = [];
  accept(verdicts, await product.limiter.take(limitRules.address, knock.address));
  if (knock.bearer === null) throw new Failure("token_missing");
  const key = API_KEY.test(knock.bearer) ? await findKey(product, knock.bearer) : null;
  if (!key) throw new Failure("token_invalid", { reason: "not an API key" });
  const { tenantId, id } = key;
  const refuse = (code: "token_expired" | "scope_refused", detail: string) => {
    observations(product).refused({ tenantId, reason: code, origin: "", detail, pageUrlHash: null });
    return new Failure(code, { reason: detail });
  };
  if (key.expiresAt !== null && key.expiresAt <= product.now()) throw refuse("token_expired", `the API key ${id}`);
  accept(verdicts, await product.limiter.take(limitRules.server, id));
  if (!key.scopes.includes(scope)) throw refuse("scope_refused", `the API key ${id} has no scope ${scope}`);
  observations(product).used(tenantId, "api-key", id);
  const database = product.database.tenant(tenantId);
  return { tenantId, scope, actor: id, database, product, verdicts } as unknown as Server;
}

function accept(verdicts: LimitVerdict[], verdict: LimitVerdict): void {
  verdicts.push(verdict);
  if (!verdict.allowed) throw new LimitExceeded(verdict);
}

const known = new WeakMap<Product, Memory<LiveApiKey>>();

async function findKey(product: Product, apiKey: string): Promise<LiveApiKey | null> {
  const hash = await sha256Hex(apiKey);
  return memoryOf(product).find(hash, () => product.database.directorySql((sql) => findApiKeyByHash(sql, hash)));
}

function memoryOf(product: Product): Memory<LiveApiKey> {
  const present = known.get(product);
  if (present) return present;
  const fresh = new Memory<LiveApiKey>(product.now, LIFE_MS, MOST);
  known.set(product, fresh);
  product.changes.subscribe((_tenantId, sessionId) => {
    if (sessionId === null) fresh.forgetAll();
  });
  return fresh;
}
