// Read off the router: whatever is added to it is tested here, or the first test fails.
import { callTRPCProcedure, TRPCError } from "@trpc/server";
import { beforeAll, describe, expect, test } from "vitest";
import type { Account } from "@/core/account/account";
import { createApiKey } from "@/core/api-key/create-api-key";
import { newId, sha256Hex } from "@/core/id/id";
import { addOrigin } from "@/core/origin/add-origin";
import { rotateSigningSecret } from "@/core/signing-secret/rotate-signing-secret";
import { addTextSource } from "@/core/source/add-text-source";
import { freshGateway, call as request } from "../../tests/fresh-gateway";
import { type FreshTenant, freshProduct, freshTenant } from "../../tests/fresh-tenant";
import { consoleRouter } from "./router";
import { toErrorFacts } from "./trpc";

const product = freshProduct();
const gateway = freshGateway(product);
const PASSWORD = "a long password";
const ORIGIN = "https://www.example.com";

interface World extends FreshTenant {
  originId: string;
  sourceId: string;
  conversationId: string;
  keyId: string;
  oldKid: string;
  siteKeyId: string;
  sessionId: string;
}

/** A tenant that has one of everything. */
async function world(): Promise<World> {
  const tenant = await freshTenant(product, [ORIGIN]);
  const { owner, siteKey, kid: oldKid } = tenant;
  const { id: originId } = await addOrigin(owner, { pattern: "https://help.example.com" });
  const { id: sourceId } = await addTextSource(owner, { title: "Delivery", text: "Delivery takes 2 to 4 days." });
  const { id: keyId } = await createApiKey(owner, { name: "Server", scopes: ["sessions"] });
  await rotateSigningSecret(owner, { overlapDays: 7 });
  const begun = await request(gateway, "POST", "/conversations", { origin: ORIGIN, body: { siteKey, message: "Hm?" } });
  const { conversationId } = await begun.json();
  const session = await request(gateway, "POST", "/sessions", { origin: ORIGIN, body: { siteKey } });
  const { session_id: sessionId } = await session.json();
  const siteKeyId = (await owner.database.transaction((tx) => tx.siteKey.findFirstOrThrow())).id;
  return { ...tenant, originId, sourceId, conversationId, keyId, oldKid, siteKeyId, sessionId };
}

interface Example {
  /** Who may call it, as the ladder in trpc.ts has it. */
  open: "anybody" | "account" | "member";
  /** Input that is right for who owns `own`, but for the tenant's id, which a member's procedure is given besides. */
  input?: (own: World) => object;
  /** The same with the name of a thing that there is not; where the input names one. */
  missing?: (own: World) => object | Promise<object>;
}

const member: Example = { open: "member" };
const examples: Record<string, Example> = {
  "installation.facts": { open: "anybody" },
  "installation.demo": { open: "anybody" },
  "account.signUp": {
    open: "anybody",
    input: ({ tenantId }) => ({ email: `${tenantId}@example.com`, password: PASSWORD }),
  },
  "account.me": { open: "anybody" },
  "account.sessions": { open: "account" },
  "account.revokeSession": {
    open: "account",
    input: ({ account }) => ({ id: account.sessionId }),
    missing: async () => ({ id: await sha256Hex(newId("user")) }),
  },
  "account.confirmPassword": { open: "account", input: () => ({ password: PASSWORD }) },
  "tenant.list": { open: "account" },
  "tenant.create": { open: "account", input: () => ({ name: "Another" }) },
  "tenant.get": member,
  "tenant.overview": member,
  "tenant.usage": member,
  "tenant.update": { open: "member", input: () => ({ name: "Renamed" }) },
  "origin.list": member,
  "origin.explain": { open: "account", input: () => ({ pattern: "https://shop.example.com" }) },
  "origin.add": { open: "member", input: () => ({ pattern: "https://shop.example.com" }) },
  "origin.remove": {
    open: "member",
    input: ({ originId }) => ({ id: originId }),
    missing: () => ({ id: newId("origin") }),
  },
  "signingSecret.list": member,
  "signingSecret.rotate": { open: "member", input: () => ({ overlapDays: 1 }) },
  "signingSecret.retire": {
    open: "member",
    input: ({ oldKid }) => ({ kid: oldKid }),
    missing: ({ oldKid }) => ({ kid: `${oldKid.slice(0, -4)}0000` }),
  },
  "apiKey.list": member,
  "apiKey.create": { open: "member", input: () => ({ name: "Second", scopes: ["sessions"] }) },
  "siteKey.list": member,
  "siteKey.rotate": { open: "member", input: () => ({ overlapDays: 7 }) },
  "siteKey.disable": {
    open: "member",
    input: ({ siteKeyId }) => ({ id: siteKeyId }),
    missing: () => ({ id: newId("siteKeyRow") }),
  },
  "session.revoke": {
    open: "member",
    input: ({ sessionId }) => ({ sessionId }),
    missing: () => ({ sessionId: newId("session") }),
  },
  "session.revokeAll": member,
  "session.revokeUser": { open: "member", input: () => ({ userId: "usr_1" }) },
  "source.list": member,
  "source.get": {
    open: "member",
    input: ({ sourceId }) => ({ id: sourceId }),
    missing: () => ({ id: newId("source") }),
  },
  "source.addText": { open: "member", input: () => ({ title: "Returns", text: "Within 45 days." }) },
  "source.addPage": { open: "member", input: () => ({ url: "https://www.example.com/help" }) },
  "source.remove": {
    open: "member",
    input: ({ sourceId }) => ({ id: sourceId }),
    missing: () => ({ id: newId("source") }),
  },
  "playground.ask": { open: "member", input: () => ({ question: "How long does delivery take?" }) },
  "conversation.list": member,
  "conversation.get": {
    open: "member",
    input: ({ conversationId }) => ({ id: conversationId }),
    missing: () => ({ id: newId("conversation") }),
  },
  "refusal.list": member,
  "apiKey.revoke": { open: "member", input: ({ keyId }) => ({ id: keyId }), missing: () => ({ id: newId("apiKey") }) },
};

const procedures = Object.entries(consoleRouter._def.procedures as unknown as Record<string, { _def: { type: Type } }>);
type Type = "query" | "mutation" | "subscription";
const table = procedures.flatMap(([path, { _def }]) => {
  const example = examples[path];
  return example ? [{ path, type: _def.type, ...example }] : [];
});
type Row = (typeof table)[number];

/** Calls a procedure from our own pages. */
function call({ path, type }: Row, account: Account | null, input: object, sameOrigin = true): Promise<unknown> {
  return callTRPCProcedure({
    router: consoleRouter,
    path,
    type,
    ctx: { product, account, device: { userAgent: "test", address: path }, sameOrigin, requestId: "test" },
    getRawInput: async () => (Object.keys(input).length === 0 ? undefined : input),
    signal: undefined,
    batchIndex: 0,
  });
}

/** Everything that who is refused gets to see. */
async function refusal(called: Promise<unknown>) {
  const error = await called.then(
    () => "let in",
    (cause: unknown) => cause,
  );
  if (!(error instanceof TRPCError)) throw new Error(`Not a refusal: ${JSON.stringify(error)}`);
  return { code: error.code, message: error.message, facts: toErrorFacts(error) };
}

const own = (row: Row, of: World) => ({ ...(row.open === "member" && { tenantId: of.tenantId }), ...row.input?.(of) });
const changes = ({ owner }: World) => owner.database.transaction((tx) => tx.auditEntry.count());

let home: World;
let away: World;
beforeAll(async () => {
  [home, away] = await Promise.all([world(), world()]);
});

test("every procedure has an example, and no example is left over", () => {
  expect(Object.keys(examples).sort()).toEqual(procedures.map(([path]) => path).sort());
});

test("anybody may do this and nothing else", () => {
  expect(table.filter(({ open }) => open === "anybody").map(({ path }) => path)).toEqual([
    "installation.facts",
    "installation.demo",
    "account.signUp",
    "account.me",
  ]);
});

describe.each(table)("$path", (row) => {
  test("lets in whom it is for", async () => {
    const fresh = await world();
    await call(row, row.open === "anybody" ? null : fresh.account, own(row, fresh));
  });

  test.runIf(row.type === "mutation")("changes nothing for another site's page", async () => {
    const answer = await refusal(call(row, home.account, own(row, home), false));
    expect(answer.facts.code).toBe("origin_mismatch");
  });

  test.runIf(row.open !== "anybody")("is closed to who is not signed in, whatever they name", async () => {
    const answer = await refusal(call(row, null, own(row, home)));
    expect(answer.code).toBe("UNAUTHORIZED");
    const nothing = row.open === "member" ? { ...own(row, home), tenantId: newId("tenant") } : own(row, home);
    expect(await refusal(call(row, null, nothing))).toEqual(answer);
  });

  test.runIf(row.open === "member")("another tenant is none at all", async () => {
    const before = await changes(home);
    const missing = await refusal(call(row, away.account, { ...own(row, home), tenantId: newId("tenant") }));
    const theirs = await refusal(call(row, away.account, own(row, home)));
    expect(theirs).toEqual(missing);
    expect(theirs.code).toBe("NOT_FOUND");
    for (const tenantId of ["", "ten_", home.siteKey, `${home.tenantId} `, home.tenantId.toLowerCase()])
      expect(await refusal(call(row, away.account, { ...own(row, home), tenantId }))).toEqual(missing);
    expect(await changes(home)).toBe(before);
  });

  test.runIf(row.missing)("what is another tenant's is not there, under one's own tenant", async () => {
    const before = await changes(home);
    const mine = row.open === "member" ? { tenantId: away.tenantId } : {};
    const missing = await refusal(call(row, away.account, { ...mine, ...(await row.missing?.(home)) }));
    const theirs = await refusal(call(row, away.account, { ...mine, ...row.input?.(home) }));
    expect(theirs).toEqual(missing);
    expect(theirs.code).toBe("NOT_FOUND");
    expect(await changes(home)).toBe(before);
  });
});

test("lists hold what is one's own", async () => {
  for (const row of table.filter(({ path, open }) => path.endsWith(".list") || open === "account")) {
    if (row.type !== "query") continue;
    const seen = JSON.stringify(await call(row, away.account, own(row, away)));
    for (const secret of [
      home.tenantId,
      home.originId,
      home.sourceId,
      home.conversationId,
      home.keyId,
      home.oldKid,
      home.siteKeyId,
    ])
      expect(seen, row.path).not.toContain(secret);
  }
});
