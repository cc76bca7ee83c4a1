// What a tenant decided about its visitors, kept in memory: dropped at once when it changes, after 5 s in any case.
import type { Product } from "@/core/product";
import { secretPlace } from "@/core/signing-secret/signing-secret";
import { type Demand, toWidgetLook, type WidgetLook } from "@/core/tenant/tenant";
import {
  type ConfigurationRow,
  findTenantOfConversation,
  findTenantOfSiteKey,
  loadConfiguration,
} from "@/store/admission-rows";
import { importHmacKey } from "./hmac-key";

export interface VerifyingSecret {
  kid: string;
  key: CryptoKey;
  /** Milliseconds; null while it is current. */
  retiresAt: number | null;
}

export interface Configuration {
  tenantId: string;
  name: string;
  demand: Demand;
  /** Let through what `demand` would refuse, and count it. */
  reportOnly: boolean;
  developmentOrigins: boolean;
  idleSeconds: number;
  look: WidgetLook;
  patterns: string[];
  secrets: VerifyingSecret[];
}

const LIFE_MS = 5000;
const MOST = 2000;
const SITE_KEY = /^pub_[A-Za-z0-9_-]{1,80}$/;
const TENANT_ID = /^ten_[0-9A-Za-z]{22}$/;

interface Kept<T> {
  value: Promise<T>;
  until: number;
}

export class Configurations {
  readonly #product: Product;
  readonly #tenants = new Map<string, Kept<Configuration | null>>();
  readonly #siteKeys = new Map<string, Kept<string | null>>();
  readonly #conversations = new Map<string, string>();

  constructor(product: Product) {
    this.#product = product;
    product.changes.subscribe((tenantId) => {
      this.#tenants.delete(tenantId);
      // Few keys, rare changes: which of them are this tenant's is not worth knowing.
      this.#siteKeys.clear();
    });
  }

  /** The tenant that a site key or a tenant id names, null for anything else. Never waits for more than one load. */
  async findByKey(key: string): Promise<Configuration | null> {
    if (TENANT_ID.test(key)) return this.find(key);
    if (!SITE_KEY.test(key)) return null;
    const tenantId = await this.#keep(this.#siteKeys, key, () =>
      this.#product.database.directorySql((sql) => findTenantOfSiteKey(sql, key)),
    );
    return tenantId === null ? null : this.find(tenantId);
  }

  async find(tenantId: string): Promise<Configuration | null> {
    if (!TENANT_ID.test(tenantId)) return null;
    return this.#keep(this.#tenants, tenantId, async () => {
      const row = await loadConfiguration(this.#product.database.tenant(tenantId));
      return row === null ? null : toConfiguration(this.#product, tenantId, row);
    });
  }

  /** The tenant a conversation belongs to; a conversation never moves. */
  async findByConversation(conversationId: string): Promise<Configuration | null> {
    const known = this.#conversations.get(conversationId);
    const tenantId =
      known ?? (await this.#product.database.directorySql((sql) => findTenantOfConversation(sql, conversationId)));
    if (!tenantId) return null;
    makeRoom(this.#conversations, MOST * 5);
    this.#conversations.set(conversationId, tenantId);
    return this.find(tenantId);
  }

  /** What is in memory of a key, a tenant id or a conversation; never asks the database. */
  async peek(keyOrConversation: string): Promise<Configuration | null> {
    const named = await this.#siteKeys.get(keyOrConversation)?.value;
    const tenantId = named ?? this.#conversations.get(keyOrConversation) ?? keyOrConversation;
    return (await this.#tenants.get(tenantId)?.value) ?? null;
  }

  /** The value under `key`, loaded once for all who ask at the same time. What is missing is not remembered. */
  async #keep<T>(map: Map<string, Kept<T | null>>, key: string, load: () => Promise<T | null>): Promise<T | null> {
    const now = this.#product.now();
    const kept = map.get(key);
    if (kept && kept.until > now) return kept.value;
    makeRoom(map, MOST);
    const fresh = { value: load(), until: now + LIFE_MS };
    map.set(key, fresh);
    const forget = () => map.get(key) === fresh && map.delete(key);
    try {
      const value = await fresh.value;
      if (value === null) forget();
      return value;
    } catch (error) {
      forget();
      throw error;
    }
  }
}

const known = new WeakMap<Product, Configurations>();

export function configurations(product: Product): Configurations {
  const present = known.get(product) ?? new Configurations(product);
  known.set(product, present);
  return present;
}

async function toConfiguration(product: Product, tenantId: string, row: ConfigurationRow): Promise<Configuration> {
  const secrets = row.secrets.map((secret) => openSecret(product, tenantId, secret));
  return {
    tenantId,
    name: row.name,
    demand: row.demand as Demand,
    reportOnly: row.demand_report_only,
    developmentOrigins: row.development_origins,
    idleSeconds: row.idle_seconds,
    look: toWidgetLook(row.widget),
    patterns: row.patterns,
    secrets: (await Promise.all(secrets)).filter((secret) => secret !== null),
  };
}

/** Null for a secret that cannot be opened: it verifies nothing, and visitors who need none are still let in. */
async function openSecret(
  product: Product,
  tenantId: string,
  { kid, sealed, retires_at }: ConfigurationRow["secrets"][number],
): Promise<VerifyingSecret | null> {
  try {
    const key = await importHmacKey(product.vault.open(sealed, secretPlace(tenantId, kid)));
    return { kid, key, retiresAt: retires_at };
  } catch (error) {
    product.log.error({ tenantId, kid, error: String(error) }, "a signing secret cannot be opened");
    return null;
  }
}

function makeRoom(map: Map<string, unknown>, most: number): void {
  for (const key of map.keys()) {
    if (map.size < most) return;
    map.delete(key);
  }
}
