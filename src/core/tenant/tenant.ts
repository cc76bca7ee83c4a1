import { z } from "zod";

export const TenantName = z.string().trim().min(1, "Give it a name.").max(80, "Use at most 80 characters.");

/** What a tenant demands of visitors: everybody, a session token, or a signed identity. */
export const demands = ["anonymous", "session", "identity"] as const;
export type Demand = (typeof demands)[number];

/** When a new anonymous session costs a proof of work. */
export const proofOfWorkRules = ["off", "suspicious", "always"] as const;
export type ProofOfWork = (typeof proofOfWorkRules)[number];

/** Messages a calendar month, and what happens once they are spent: search-only answers, or none. */
export const Quota = z.object({
  monthly: z.number().int().min(0).max(1_000_000_000),
  spent: z.enum(["degrade", "refuse"]),
});
export type Quota = z.infer<typeof Quota>;

/** Null for a tenant without a quota. */
export function toQuota(stored: { monthlyMessages: number | null; quotaSpent: string }): Quota | null {
  const { monthlyMessages: monthly, quotaSpent } = stored;
  return monthly === null ? null : { monthly, spent: quotaSpent as Quota["spent"] };
}

/** Messages a minute of one visitor. */
export const VisitorMessages = z.int().min(1, "At least 1 a minute.").max(100_000, "At most 100,000 a minute.");

export const Colour = z.string().regex(/^#[0-9a-f]{6}$/i, "Use a colour such as #1f5f4a.");

/** Look, texts and features of the widget; each has a default, so stored settings may lack any of them. */
export const WidgetLook = z.object({
  title: z.string().trim().min(1).max(60).default("Help"),
  introText: z.string().trim().max(300).default("Hello! Ask a question and get an answer from our help pages."),
  suggestedQuestions: z.array(z.string().trim().min(1).max(120)).max(4).default([]),
  theme: z.enum(["light", "dark", "auto"]).default("auto"),
  position: z.enum(["bottom-right", "bottom-left"]).default("bottom-right"),
  primaryColor: Colour.nullable().default(null),
  launcherColor: Colour.nullable().default(null),
  /** Null: the page's. Said by the snippets that are copied from then on; the gateway does not tell it. */
  locale: z.enum(["en", "de", "fr", "es", "pt", "ja", "ar"]).nullable().default(null),
  /** What a visitor agrees to where the page asks for consent; null for the widget's own words. */
  consentText: z.string().trim().max(1000).nullable().default(null),
  /** Whether visitors may ask for a person. */
  escalation: z.boolean().default(true),
  /** Whether answers carry citations at all; a page can turn them off, never on against this. */
  citations: z.boolean().default(true),
  /**
   * Whether a visitor who signs in goes on with what they began before. Off unless the tenant says so: on a computer that
   * people share, those words may be somebody else's.
   */
  carryOver: z.boolean().default(false),
});
export type WidgetLook = z.infer<typeof WidgetLook>;

/** Stored settings → a whole look; what no longer fits falls back to the default. */
export function toWidgetLook(stored: unknown): WidgetLook {
  const parsed = WidgetLook.safeParse(stored);
  return parsed.success ? parsed.data : WidgetLook.parse({});
}
