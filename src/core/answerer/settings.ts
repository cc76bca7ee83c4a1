import { z } from "zod";
import { tones } from "@/core/answer/build-prompt";
import { providers } from "./language-model";

const Model = z.string().trim().max(200, "At most 200 characters.");
const BaseUrl = z
  .url({ protocol: /^https?$/, error: "Enter a web address, such as https://models.example.com/v1." })
  .max(2000)
  .refine((address) => !/[?#@]/.test(address), "Without a query, a user name or a fragment.")
  .transform((address) => address.replace(/\/+$/, ""));
const Host = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(
    /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,}$/u,
    "Enter a host, such as docs.example.com.",
  );
/** Of a provider's price list, in US dollars per 1 000 000 tokens. */
const Price = z.number().min(0).max(100_000);

/** Who answers a tenant's visitors and how; each has a default, so stored settings may lack any of them. */
export const AnswererSettings = z.object({
  /** `platform` is the installation's own model where it has one, else sentences from the passages; `search` always these. */
  provider: z.enum(["platform", "search", ...providers]).default("platform"),
  model: Model.default(""),
  baseUrl: BaseUrl.nullable().default(null),
  /** The provider's key, sealed, and what is shown of it. */
  sealedKey: z.string().nullable().default(null),
  last4: z.string().nullable().default(null),
  instructions: z.string().max(4000, "At most 4000 characters.").default(""),
  tone: z.enum(tones).default("neutral"),
  unsupported: z.enum(["mark", "strip", "refuse"]).default("strip"),
  linkHosts: z.array(Host).max(50, "At most 50 hosts.").default([]),
  /** The model is not asked while this is on, and stays set up. */
  searchOnly: z.boolean().default(false),
  inputPrice: Price.nullable().default(null),
  outputPrice: Price.nullable().default(null),
  embeddingProvider: z.enum(["none", "platform", "openai", "google", "openai-compatible"]).default("none"),
  embeddingModel: Model.default(""),
  embeddingBaseUrl: BaseUrl.nullable().default(null),
  embeddingSealedKey: z.string().nullable().default(null),
  embeddingLast4: z.string().nullable().default(null),
});
export type AnswererSettings = z.infer<typeof AnswererSettings>;

/** Stored settings → whole ones; what no longer fits falls back to the default. */
export function toAnswererSettings(stored: unknown): AnswererSettings {
  const parsed = AnswererSettings.safeParse(stored);
  return parsed.success ? parsed.data : AnswererSettings.parse({});
}

/** Where a provider's key may be opened. */
export function answererPlace(tenantId: string, key: "sealedKey" | "embeddingSealedKey"): string {
  return `${tenantId}:tenant.answerer.${key}`;
}
