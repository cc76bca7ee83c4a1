// The variables of the environment as they come: what each of them must be, and what it is when nobody says.
import { z } from "zod";

const Site = z.url({ protocol: /^https?$/, error: "must be an https:// address" });

/** Parses a source of variables; an issue says what one of them must be. */
export const Variables = z.object({
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
  GATEHOUSE_AI_PROVIDER: z.enum(["openai", "anthropic", "google", "openai-compatible"]).optional(),
  GATEHOUSE_AI_MODEL: z.string().max(200).optional(),
  GATEHOUSE_AI_API_KEY: z.string().optional(),
  GATEHOUSE_AI_BASE_URL: z.url({ protocol: /^https?$/, error: "must be an http:// or https:// address" }).optional(),
  GATEHOUSE_AI_INPUT_PRICE: z.coerce.number().min(0).optional(),
  GATEHOUSE_AI_OUTPUT_PRICE: z.coerce.number().min(0).optional(),
  GATEHOUSE_AI_EMBEDDING_MODEL: z.string().max(200).optional(),
  GATEHOUSE_AI_PATIENCE_SECONDS: z.coerce.number().min(0.05).max(300).default(10),
  GATEHOUSE_CRAWL_PAUSE_MS: z.coerce.number().int().min(0).max(15_000).default(500),
  GATEHOUSE_SITE_KEY: z
    .string()
    .regex(/^pub_\w{1,120}$/, "must be a site key (pub_…)")
    .optional(),
  GATEHOUSE_DEMO_PASSWORD: z.string().min(10).optional(),
  GATEHOUSE_LIMIT_SCALE: z.coerce.number().positive().default(1),
  GATEWAY_WORKERS: z.coerce.number().int().min(1).max(64).default(1),
  S3_BUCKET: z.string().min(1).optional(),
  S3_ENDPOINT: z.url().optional(),
  S3_REGION: z.string().default("us-east-1"),
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: "must be an smtp:// or smtps:// address" }).optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s@<]+@[^\s@>]+>?$/, "must be an address such as Gatehouse <help@example.com>")
    .optional(),
  GATEHOUSE_GITHUB_ID: z.string().min(1).optional(),
  GATEHOUSE_GITHUB_SECRET: z.string().min(1).optional(),
  GATEHOUSE_GITHUB_URL: Site.default("https://github.com"),
  GATEHOUSE_GOOGLE_ID: z.string().min(1).optional(),
  GATEHOUSE_GOOGLE_SECRET: z.string().min(1).optional(),
  GATEHOUSE_GOOGLE_URL: Site.default("https://accounts.google.com"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  NODE_ENV: z.string().default("development"),
});
export type Variables = z.infer<typeof Variables>;
