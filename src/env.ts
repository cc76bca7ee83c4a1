// The only reader of process.env. Parsed once, when first asked; refuses to run unsafe.
import { Variables } from "./env-variables";

/** An application registered with a site whose accounts may sign in here. */
interface SignInKeys {
  id: string;
  secret: string;
  /** Of the site, without a trailing slash. */
  url: string;
}

interface Model {
  provider: "openai" | "anthropic" | "google" | "openai-compatible";
  model: string;
  apiKey: string | null;
  baseUrl: string | null;
  /** Named by the operator, it may stand on this machine. */
  isGuarded: boolean;
}

/** Where visitors' files lie, when not in the data folder. */
interface BucketOptions {
  /** Without the bucket and without a trailing slash. */
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

export interface Environment {
  port: number;
  databaseUrl: string;
  redisUrl: string | undefined;
  /** Counters over Upstash's REST, where there is no Redis address. */
  upstash: { url: string; token: string } | undefined;
  /** Whether visitors are let through while the counters of limits do not answer. */
  limitsWhenDown: "open" | "closed";
  dataFolder: string;
  s3: BucketOptions | undefined;
  /** The server that sends mail; without one, links go to the log. */
  mail: { url: string; from: string } | undefined;
  /** Where browsers reach the console and the gateway, without a trailing slash. */
  publicUrl: string;
  /** Whether the public address is this machine: links and the demo are shown, http is fine. */
  local: boolean;
  /** Signs console sign-ins. */
  secret: string;
  /** Other sites whose accounts may sign in. */
  signIn: { github: SignInKeys | undefined; google: SignInKeys | undefined };
  /** 32 bytes in base64: the key that seals what is stored. */
  vaultKey: string;
  /** Addresses or CIDR ranges whose x-forwarded-for is believed. */
  trustedProxies: string[];
  /** host:port pairs outside the public internet that pages, webhooks and moderation may use. */
  fetchAllow: string[];
  /** The models of tenants that bring none of their own; prices in US dollars per 1 000 000 tokens. */
  models: {
    answers: Model | null;
    embeddings: Model | null;
    inputPrice: number | null;
    outputPrice: number | null;
    /** How long a model may be silent, milliseconds. */
    patienceMs: number;
  };
  /** Milliseconds between two questions to a site that is read. */
  crawlPauseMilliseconds: number;
  /** The tenant whose widget stands on the landing page. */
  ownSiteKey: string | undefined;
  /** Password of the demo account, where a demo is to be made. */
  demoPassword: string | undefined;
  /** Multiplies every limit on requests: for load tests, or a whole office behind one address. */
  limitScale: number;
  workers: number;
  /** Hot reload is on: the page policy must let its scripts evaluate. */
  development: boolean;
  logLevel: string;
}

let parsed: Environment | undefined;

/** The environment. Throws one line per wrong variable, naming it and what it must be. */
export function environment(): Environment {
  if (!parsed) {
    parsed = parseEnvironment(process.env);
    // next-auth makes the addresses that other sites send people back to from this and nothing else.
    process.env.NEXTAUTH_URL = parsed.publicUrl;
  }
  return parsed;
}

/** Total on any input: an Environment or an Error that names each wrong variable. */
export function parseEnvironment(source: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const result = Variables.safeParse(given);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`Gatehouse cannot start:\n  ${lines.join("\n  ")}`);
  }
  const env = result.data;
  const publicUrl = (env.GATEHOUSE_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, "");
  return {
    port: env.PORT,
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    upstash: toUpstash(env),
    limitsWhenDown: env.GATEHOUSE_LIMITS_WHEN_DOWN,
    dataFolder: env.GATEHOUSE_DATA,
    s3: toBucket(env),
    mail: toMail(env),
    publicUrl,
    local: ["localhost", "127.0.0.1", "[::1]"].includes(new URL(publicUrl).hostname),
    secret: env.GATEHOUSE_SECRET,
    signIn: { github: toSignIn(env, "GITHUB"), google: toSignIn(env, "GOOGLE") },
    vaultKey: env.GATEHOUSE_VAULT_KEY,
    trustedProxies: list(env.GATEHOUSE_TRUSTED_PROXIES),
    fetchAllow: list(env.GATEHOUSE_FETCH_ALLOW),
    models: toModels(env),
    crawlPauseMilliseconds: env.GATEHOUSE_CRAWL_PAUSE_MS,
    ownSiteKey: env.GATEHOUSE_SITE_KEY,
    demoPassword: env.GATEHOUSE_DEMO_PASSWORD,
    limitScale: env.GATEHOUSE_LIMIT_SCALE,
    workers: env.GATEWAY_WORKERS,
    development: env.NODE_ENV === "development",
    logLevel: env.LOG_LEVEL,
  };
}

function toUpstash(env: Variables): Environment["upstash"] {
  const { UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token } = env;
  if (!url && !token) return undefined;
  if (!url || !token) {
    const named = "UPSTASH_REDIS_REST_URL and UPSTASH_REDIS_REST_TOKEN";
    throw new Error(`Gatehouse cannot start:\n  ${named}: one is of no use without the other`);
  }
  return { url, token };
}

function toSignIn(env: Variables, site: "GITHUB" | "GOOGLE"): SignInKeys | undefined {
  const { [`GATEHOUSE_${site}_ID` as const]: id, [`GATEHOUSE_${site}_SECRET` as const]: secret } = env;
  if (!id && !secret) return undefined;
  const named = `GATEHOUSE_${site}_ID and GATEHOUSE_${site}_SECRET`;
  if (!id || !secret) throw new Error(`Gatehouse cannot start:\n  ${named}: one is of no use without the other`);
  return { id, secret, url: env[`GATEHOUSE_${site}_URL`].replace(/\/+$/, "") };
}

function toBucket(env: Variables): BucketOptions | undefined {
  const { S3_BUCKET: bucket, S3_REGION: region, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = env;
  if (!bucket) return undefined;
  if (!S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY)
    throw new Error("Gatehouse cannot start:\n  S3_BUCKET: needs S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY");
  const endpoint = (env.S3_ENDPOINT ?? `https://s3.${region}.amazonaws.com`).replace(/\/+$/, "");
  return { endpoint, bucket, region, accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY };
}

function toModels(env: Variables): Environment["models"] {
  const { GATEHOUSE_AI_PROVIDER: provider, GATEHOUSE_AI_MODEL: model, GATEHOUSE_AI_EMBEDDING_MODEL: embedding } = env;
  const fault = (text: string) => new Error(`Gatehouse cannot start:\n  ${text}`);
  if (!provider && (model || embedding)) throw fault("GATEHOUSE_AI_PROVIDER: a model needs its provider");
  if (provider && !model && !embedding) throw fault("GATEHOUSE_AI_MODEL: a provider needs a model");
  if (provider === "openai-compatible" && !env.GATEHOUSE_AI_BASE_URL)
    throw fault("GATEHOUSE_AI_BASE_URL: an openai-compatible provider needs its address");
  const apiKey = env.GATEHOUSE_AI_API_KEY ?? null;
  const baseUrl = env.GATEHOUSE_AI_BASE_URL?.replace(/\/+$/, "") ?? null;
  const toModel = (name: string | undefined) =>
    provider && name ? { provider, model: name, apiKey, baseUrl, isGuarded: false } : null;
  const { GATEHOUSE_AI_INPUT_PRICE: inputPrice = null, GATEHOUSE_AI_OUTPUT_PRICE: outputPrice = null } = env;
  const patienceMs = 1000 * env.GATEHOUSE_AI_PATIENCE_SECONDS;
  return { answers: toModel(model), embeddings: toModel(embedding), inputPrice, outputPrice, patienceMs };
}

function toMail({ SMTP_URL: url, MAIL_FROM: from }: Variables): Environment["mail"] {
  if (!url && !from) return undefined;
  if (!url || !from)
    throw new Error("Gatehouse cannot start:\n  SMTP_URL and MAIL_FROM: one is of no use without the other");
  return { url, from };
}

function list(text: string): string[] {
  return text
    .split(",")
    .map((item) => item.trim())
    .filter(Boolean);
}
