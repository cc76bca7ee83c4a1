// What a tenant decided about its visitors, kept in memory: dropped at once when it changes, after 5 s in any case.

import { type AnswererSettings, toAnswererSettings } from "@/core/answerer/settings";
import { type ModerationSettings, toModerationSettings } from "@/core/moderation/settings";
import { compileWords } from "@/core/moderation/word-list";
import type { AllowedOrigin } from "@/core/origin/origin";
import type { Product } from "@/core/product";
import { secretPlace } from "@/core/signing-secret/signing-secret";
import {
  type Demand,
  type ProofOfWork,
  type Quota,
  toQuota,
  toWidgetLook,
  type WidgetLook,
} from "@/core/tenant/tenant";
import {
  type ConfigurationRow,
  findTenantOfConversation,
  findTenantOfSiteKey,
  type LiveSiteKey,
  loadConfiguration,
} from "@/store/admission-rows";
import { importHmacKey } from "./hmac-key";
import { Memory, makeRoom } from "./memory";

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
  origins: AllowedOrigin[];
  secrets: VerifyingSecret[];
  /** Session tokens issued before it are dead; milliseconds. */
  sessionsNotBefore: number;
  /** The same for those of identified visitors alone. */
  identifiedNotBefore: number;
  /** The same for one user's tokens of either class, by user id. */
  usersNotBefore: ReadonlyMap<string, number>;
  proofOfWork: ProofOfWork;
  quota: Quota | null;
  /** Messages a minute of one visitor; null for what the installation lets through. */
  visitorMessages: number | null;
  /** Whether visitors may send files. */
  filesOn: boolean;
  moderation: { settings: ModerationSettings; findWord(text: string): string | null };
  answerer: AnswererSettings;
  /** What any webhook of the tenant asks for. */
  webhookEvents: ReadonlySet<string>;
}

const LIFE_MS = 5000;
const MOST = 2000;
/** Whoever sends bad tokens must not keep the database busy. */
const RELOAD_MS = 250;
const SITE_KEY = /^pub_[A-Za-z0-9_-]{1,80}$/;
const TENANT_ID = /^ten_[0-9A-Za-z]{22}$/;

export class Configurations {
  readonly #product: Product;
  readonly #tenants: Memory<Configuration>;
  readonly #siteKeys: Memory<LiveSiteKey>;
  readonly #conversations = new Map<string, string>();
  readonly #reloaded = new Map<string, number>();

  constructor(product: Product) {
    this.#product = product;
    this.#tenants = new Memory(product.now, LIFE_MS, MOST);
    this.#siteKeys = new Memory(product.now, LIFE_MS, MOST);
    product.changes.subscribe((tenantId, sessionId) => {
      if (sessionId !== null) return;
      this.#tenants.forget(tenantId);
      // Few keys, rare changes: which of them are this tenant's is not worth knowing.
      this.#siteKeys.forgetAll();
    });
  }

  /** The tenant that a site key or a tenant id names, null for anything else. Never waits for more than one load. */
  async findByKey(key: string): Promise<Configuration | null> {
    if (TENANT_ID.test(key)) return this.find(key);
    if (!SITE_KEY.test(key)) return null;
    const found = await this.#siteKeys.find(key, () =>
      this.#product.database.directorySql((sql) => findTenantOfSiteKey(sql, key)),
    );
    return this.#isLive(found) ? this.find(found.tenantId) : null;
  }

  async find(tenantId: string): Promise<Configuration | null> {
    if (!TENANT_ID.test(tenantId)) return null;
    return this.#tenants.find(tenantId, async () => {
      const row = await loadConfiguration(this.#product.database.tenant(tenantId));
      return row === null ? null : toConfiguration(this.#product, tenantId, row);
    });
  }

  /** What stands in the database now, or a quarter of a second ago: for what memory does not know and may be new. */
  reload(tenantId: string): Promise<Configuration | null> {
    const now = performance.now();
    const last = this.#reloaded.get(tenantId);
    if (last === undefined || now - last >= RELOAD_MS) {
      makeRoom(this.#reloaded, MOST);
      this.#reloaded.set(tenantId, now);
      this.#tenants.forget(tenantId);
    }
    return this.find(tenantId);
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
    const named = await this.#siteKeys.peek(keyOrConversation);
    const byKey = this.#isLive(named) ? named.tenantId : null;
    return this.#tenants.peek(byKey ?? this.#conversations.get(keyOrConversation) ?? keyOrConversation);
  }

  #isLive(siteKey: LiveSiteKey | null): siteKey is LiveSiteKey {
    return siteKey !== null && (siteKey.retiresAt === null || siteKey.retiresAt > this.#product.now());
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
  const settings = toModerationSettings(row.moderation);
  return {
    tenantId,
    name: row.name,
    demand: row.demand as Demand,
    reportOnly: row.demand_report_only,
    developmentOrigins: row.development_origins,
    idleSeconds: row.idle_seconds,
    look: toWidgetLook(row.widget),
    origins: row.origins.map(({ pattern, group_name, expires_at }) => ({
      pattern,
      group: group_name,
      expiresAt: expires_at,
    })),
    secrets: (await Promise.all(secrets)).filter((secret) => secret !== null),
    sessionsNotBefore: row.sessions_not_before?.getTime() ?? 0,
    identifiedNotBefore: row.identified_not_before?.getTime() ?? 0,
    usersNotBefore: new Map(row.users_not_before.map(({ user_id, not_before }) => [user_id, not_before])),
    proofOfWork: row.proof_of_work as ProofOfWork,
    quota: toQuota({ monthlyMessages: row.monthly_messages, quotaSpent: row.quota_spent }),
    visitorMessages: row.visitor_messages,
    filesOn: row.files_on,
    moderation: { settings, findWord: compileWords(settings.words) },
    answerer: toAnswererSettings(row.answerer),
    webhookEvents: new Set(row.webhook_events),
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
