// The only reader of process.env. Parsed once, when first asked; refuses to run unsafe.
import { z } from "zod";

const Env = z.object({
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, "must be a postgres:// address"),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, "must be a redis:// address")
    .optional(),
  UPSTASH_REDIS_REST_URL: z.url({ protocol: /^https?$/, error: "must be an https:// address" }).optional(),
  UPSTASH_REDIS_REST_TOKEN: z.string().min(1).optional(),
  GATEHOUSE_LIMITS_WHEN_DOWN: z.enum(["open", "closed"]).default("open"),
  GATEHOUSE_DATA: z.string().default(".data"),
  GATEHOUSE_URL: z.url().optional(),
  GATEHOUSE_SECRET: z.string().min(32, "must have at least 32 characters"),
  GATEHOUSE_VAULT_KEY: z.base64().refine((key) => atob(key).length === 32, "must be 32 bytes in base64"),
  GATEHOUSE_TRUSTED_PROXIES: z.string().default(""),
  GATEHOUSE_FETCH_ALLOW: z.string().default(""),
  GATEHOUSE_DEMO_PASSWORD: z.string().min(10).optional(),
  GATEHOUSE_LIMIT_SCALE: z.coerce.number().positive().default(1),
  GATEHOUSE_WORKERS: z.coerce.number().int().min(1).max(64).default(1),
  S3_BUCKET: z.string().min(1).optional(),
  S3_ENDPOINT: z.url().optional(),
  S3_REGION: z.string().default("us-east-1"),
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  NODE_ENV: z.string().default("development"),
});

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
  /** Where browsers reach the console and the gateway, without a trailing slash. */
  publicUrl: string;
  /** Whether the public address is this machine: links and the demo are shown, http is fine. */
  local: boolean;
  /** Signs console sign-ins. */
  secret: string;
  /** 32 bytes in base64: the key that seals what is stored. */
  vaultKey: string;
  /** Addresses or CIDR ranges whose x-forwarded-for is believed. */
  trustedProxies: string[];
  /** host:port pairs outside the public internet that pages, webhooks and moderation may use. */
  fetchAllow: string[];
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
  parsed ??= parseEnvironment(process.env);
  return parsed;
}

/** Total on any input: an Environment or an Error that names each wrong variable. */
export function parseEnvironment(source: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const result = Env.safeParse(given);
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
    publicUrl,
    local: ["localhost", "127.0.0.1", "[::1]"].includes(new URL(publicUrl).hostname),
    secret: env.GATEHOUSE_SECRET,
    vaultKey: env.GATEHOUSE_VAULT_KEY,
    trustedProxies: list(env.GATEHOUSE_TRUSTED_PROXIES),
    fetchAllow: list(env.GATEHOUSE_FETCH_ALLOW),
    demoPassword: env.GATEHOUSE_DEMO_PASSWORD,
    limitScale: env.GATEHOUSE_LIMIT_SCALE,
    workers: env.GATEHOUSE_WORKERS,
    development: env.NODE_ENV === "development",
    logLevel: env.LOG_LEVEL,
  };
}

function toUpstash(env: z.infer<typeof Env>): Environment["upstash"] {
  const { UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token } = env;
  if (!url && !token) return undefined;
  if (!url || !token) {
    const named = "UPSTASH_REDIS_REST_URL and UPSTASH_REDIS_REST_TOKEN";
    throw new Error(`Gatehouse cannot start:\n  ${named}: one is of no use without the other`);
  }
  return { url, token };
}

function toBucket(env: z.infer<typeof Env>): BucketOptions | undefined {
  const { S3_BUCKET: bucket, S3_REGION: region, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = env;
  if (!bucket) return undefined;
  if (!S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY)
    throw new Error("Gatehouse cannot start:\n  S3_BUCKET: needs S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY");
  const endpoint = (env.S3_ENDPOINT ?? `https://s3.${region}.amazonaws.com`).replace(/\/+$/, "");
  return { endpoint, bucket, region, accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY };
}

function list(text: string): string[] {
  return text
    .split(",")
    .map((item) => item.trim())
    .filter(Boolean);
}
