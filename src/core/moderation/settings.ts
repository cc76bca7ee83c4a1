import { z } from "zod";

/** What visitors' messages are checked for; each has a default, so stored settings may lack any of them. */
export const ModerationSettings = z.object({
  /** The tenant's own list; a word matches as a whole word, in any case and spelling of Unicode. */
  words: z.array(z.string().trim().min(1).max(100)).max(500, "At most 500 words.").default([]),
  /** The list that comes with Gatehouse. */
  local: z.boolean().default(true),
  provider: z.enum(["none", "openai"]).default("none"),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .default("https://api.openai.com/v1/moderations"),
  model: z.string().trim().min(1).max(100).default("omni-moderation-latest"),
  /** The provider's key, sealed. */
  sealedKey: z.string().nullable().default(null),
  /** What happens to a message while the provider does not answer. */
  onFailure: z.enum(["open", "closed"]).default("open"),
});
export type ModerationSettings = z.infer<typeof ModerationSettings>;

/** Stored settings → whole ones; what no longer fits falls back to the default. */
export function toModerationSettings(stored: unknown): ModerationSettings {
  const parsed = ModerationSettings.safeParse(stored);
  return parsed.success ? parsed.data : ModerationSettings.parse({});
}

/** Where the provider's key may be opened. */
export function moderationPlace(tenantId: string): string {
  return `${tenantId}:tenant.moderation.sealedKey`;
}
