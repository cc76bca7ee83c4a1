// Every query of a tenant's pages as its page first asks for it, and every search: what is measured, and whose plans are
// looked at. tests/plans.database.test.ts fails where the router has a query that is missing here.
import type { inferRouterInputs } from "@trpc/server";
import type { consoleRouter, createCaller } from "@/console/router";

export type Caller = ReturnType<typeof createCaller>;

/** Things of the tenant that queries name. */
export interface Own {
  conversationId: string;
  messageId: string;
  sourceId: string;
  siteId: string;
  webhookId: string;
}

export interface Asked {
  /** Name of the procedure: `conversation.list`. */
  path: string;
  /** A list's first page, or a search; the time it may take at the 95th percentile, milliseconds. */
  limitMs: number;
  /** `turn` tells one round from the next, so that not the same rows are read each time. */
  input: (own: Own, turn: number) => object;
}

type Inputs = inferRouterInputs<typeof consoleRouter>;
type Path = { [Noun in keyof Inputs & string]: `${Noun}.${keyof Inputs[Noun] & string}` }[keyof Inputs & string];
type InputOf<P extends Path> = P extends `${infer Noun}.${infer Verb}`
  ? Noun extends keyof Inputs
    ? Verb extends keyof Inputs[Noun]
      ? Omit<NonNullable<Inputs[Noun][Verb]>, "tenantId">
      : never
    : never
  : never;
type Input<P extends Path> = InputOf<P> | ((own: Own, turn: number) => InputOf<P>);

const within =
  (limitMs: number) =>
  <P extends Path>(path: P, input?: Input<P>): Asked => ({
    path,
    limitMs,
    input: (own, turn) => (typeof input === "function" ? input(own, turn) : (input ?? {})),
  });
const list = within(200);
const search = within(300);

/** By their names in the report. */
export const lists: Record<string, Asked> = {
  conversations: list("conversation.list"),
  "conversations: waiting": list("conversation.list", { status: "waiting" }),
  "conversations: by a person": list("conversation.list", { status: "person" }),
  "conversations: of an origin": list("conversation.list", (_, n) => ({
    origin: `https://site-${n % 40}.example.com`,
  })),
  "conversations: of no origin": list("conversation.list", { origin: "https://none.example" }),
  "conversations: of a user": list("conversation.list", (_, n) => ({ userId: `user-${n * 3}` })),
  "conversations: verified": list("conversation.list", { verified: true }),
  "conversations: unanswered": list("conversation.list", { unanswered: true }),
  "conversations: flagged": list("conversation.list", { flagged: true }),
  "conversations: disliked": list("conversation.list", { rating: "negative" }),
  "conversation search: rare word": search("conversation.list", (_, n) => ({ search: `order${1 + n * 17}` })),
  "conversation search: frequent word": search("conversation.list", { search: "nupar" }),
  "conversation search: beginning": search("conversation.list", { search: "order" }),
  "conversation search: two words": search("conversation.list", { search: "nupar liyo" }),
  "conversation search: nothing": search("conversation.list", { search: "zzzzz" }),
  "conversation search: address": search("conversation.list", (_, n) => ({ search: `user-${n * 3}@example.com` })),
  "conversation origins": list("conversation.origins"),
  "conversations that retention would erase": list("conversation.countIdle", { days: 90 }),
  conversation: list("conversation.get", ({ conversationId: id }) => ({ id })),
  "what was retrieved": list("conversation.retrieved", ({ messageId }) => ({ messageId })),
  sources: list("source.list"),
  "sources: failed": list("source.list", { status: "failed" }),
  "source search": search("source.list", (_, n) => ({ search: `help/${100 + n}` })),
  source: list("source.get", ({ sourceId: id }) => ({ id })),
  "pages of a site": list("source.pages", ({ siteId: id }) => ({ id })),
  "pages of a site: failed": list("source.pages", ({ siteId: id }) => ({ id, group: "failed" })),
  "unanswered questions": list("unanswered.list"),
  "unanswered questions: search": search("unanswered.list", { search: "nupar" }),
  "test set": list("golden.list"),
  origins: list("origin.list"),
  "try an origin": list("origin.try", { origin: "https://site-7.example.com/basket" }),
  refusals: list("refusal.list"),
  "refusals: of a reason": list("refusal.list", { reason: "token_expired" }),
  "refusal search": search("refusal.list", { search: "stranger-7" }),
  "reasons of refusals": list("refusal.reasons"),
  "shared secrets": list("signingSecret.list"),
  "site keys": list("siteKey.list"),
  "API keys": list("apiKey.list"),
  "API keys: search": search("apiKey.list", { search: "server", state: "live" }),
  webhooks: list("webhook.list"),
  deliveries: list("webhook.deliveries", ({ webhookId }) => ({ webhookId })),
  "deliveries: failed": list("webhook.deliveries", ({ webhookId }) => ({ webhookId, status: "failed" })),
  audit: list("audit.list"),
  "audit: of an action": list("audit.list", { action: "source." }),
  "audit: of no action": list("audit.list", { action: "nothing." }),
  "audit: of an actor": list("audit.list", { actor: "usr_7" }),
  "audit: of a long past day": list("audit.list", () => ({
    to: new Date(Date.now() - 360 * 24 * 3600_000).toISOString().slice(0, 10),
  })),
  "audit choices": list("audit.choices"),
  sessions: list("session.count"),
  tenant: list("tenant.get"),
  proofs: list("tenant.proofs"),
  quota: list("tenant.usage"),
  moderation: list("tenant.moderation"),
  "overview: checklist": list("tenant.overview"),
  "figures of 30 days": list("usage.figures", { days: 30 }),
  // No list: who asked most is counted over all of a year.
  "figures of a year": within(1000)("usage.figures", { days: 366 }),
  "use of models": list("usage.models", { days: 30 }),
  "use of models in a year": within(1000)("usage.models", { days: 366 }),
  "quota of the month": list("usage.quota"),
  "AI settings": list("ai.get"),
  team: list("team.list"),
  invitations: list("invitation.list"),
};

/** Asks for one of them. */
export function ask(
  caller: Caller,
  { path, input }: Asked,
  tenantId: string,
  own: Own,
  turn: number,
): Promise<unknown> {
  const [noun = "", verb = ""] = path.split(".");
  const procedure = Reflect.get(Reflect.get(caller, noun), verb) as (input: object) => Promise<unknown>;
  return procedure({ tenantId, ...input(own, turn) });
}

/** The first of each thing that the tenant has. */
export async function findOwn(caller: Caller, tenantId: string): Promise<Own> {
  const [first] = (await caller.conversation.list({ tenantId, limit: 1 })).conversations;
  const conversationId = first?.id ?? "";
  const { messages } = await caller.conversation.get({ tenantId, id: conversationId });
  const [source] = await caller.source.list({ tenantId, kind: "text", limit: 1 });
  const [site] = await caller.source.list({ tenantId, kind: "site", limit: 1 });
  const [webhook] = await caller.webhook.list({ tenantId });
  return {
    conversationId,
    messageId: messages.findLast(({ role }) => role === "assistant")?.id ?? "",
    sourceId: source?.id ?? "",
    siteId: site?.id ?? "",
    webhookId: webhook?.id ?? "",
  };
}
