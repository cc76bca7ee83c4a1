// Conversations as the tenant's server reads, copies and erases them with its API key.
import { beforeAll, describe, expect, test } from "vitest";
import { createApiKey } from "@/core/api-key/create-api-key";
import { newId } from "@/core/id/id";
import { call, freshGateway, identityClaims, signJwt } from "../../tests/fresh-gateway";
import { type FreshTenant, freshProduct, freshTenant } from "../../tests/fresh-tenant";

const product = freshProduct();
const gateway = freshGateway(product);
let tenant: FreshTenant;
let away: FreshTenant;
let token: string;
const keyOf = async (own: FreshTenant, scopes: ("conversations" | "sources")[]) =>
  (await createApiKey(own.owner, { name: "Test", scopes })).apiKey;
beforeAll(async () => {
  [tenant, away] = [await freshTenant(product), await freshTenant(product)];
  token = await keyOf(tenant, ["conversations"]);
});

/** A server's request: no Origin. */
const ask = (method: string, path: string, key = token) => call(gateway, method, path, { origin: null, token: key });
const code = async (response: Response): Promise<string> => (await response.json()).code;
async function begin(userId?: string): Promise<string> {
  const signed = userId && signJwt({ ...identityClaims(tenant.tenantId), userId }, tenant.jwtSecret);
  const body = { siteKey: tenant.siteKey, message: "Where is my parcel?" };
  return (await (await call(gateway, "POST", "/conversations", { ...(signed ? { token: signed } : {}), body })).json())
    .conversationId;
}

describe("the tenant's server", () => {
  test("lists conversations by user, a page at a time, newest first", async () => {
    const own = [await begin("usr_lists"), await begin("usr_lists"), await begin("usr_lists")].reverse();
    await begin("usr_other");
    const first = await (await ask("GET", "/conversations?userId=usr_lists&limit=2")).json();
    expect(first.conversations.map(({ conversationId }: { conversationId: string }) => conversationId)).toEqual(
      own.slice(0, 2),
    );
    expect(first.conversations[0]).toMatchObject({ userId: "usr_lists", question: "Where is my parcel?", messages: 2 });
    const rest = await (await ask("GET", `/conversations?userId=usr_lists&limit=2&before=${first.next}`)).json();
    expect(rest).toMatchObject({ conversations: [{ conversationId: own[2] }], next: null });
    for (const wrong of ["limit=0", "limit=x", "status=gone", "userId=%00"])
      expect(await code(await ask("GET", `/conversations?${wrong}`)), wrong).toBe("input_invalid");
  });

  test("reads, copies and erases one, whoever's it is; what it took and erased is audited under its key", async () => {
    const id = await begin("usr_read");
    const read = await (await ask("GET", `/conversations/${id}`)).json();
    expect(read).toMatchObject({ conversationId: id, status: "ai", identity: { userId: "usr_read", plan: "pro" } });
    expect(read.messages.map(({ role }: { role: string }) => role)).toEqual(["user", "assistant"]);
    const copy = await ask("GET", `/conversations/${id}/export`);
    expect(copy.headers.get("content-disposition")).toBe(`attachment; filename="conversation-${id}.json"`);
    const { earlier, ...whole } = read;
    expect(earlier).toBeNull();
    const last = await (await ask("GET", `/conversations/${id}?limit=1`)).json();
    expect(last).toMatchObject({ messages: [{ role: "assistant" }], earlier: last.messages[0].id });
    expect(await copy.json()).toMatchObject({ ...whole, exportedAt: expect.any(String) });
    expect((await ask("DELETE", `/conversations/${id}`)).status).toBe(204);
    expect(await code(await ask("GET", `/conversations/${id}`))).toBe("not_found");
    const audit = await tenant.owner.database.transaction((tx) => tx.auditEntry.findMany({ where: { subject: id } }));
    expect(audit.map(({ action }) => action)).toEqual(["conversation.exported", "conversation.erased"]);
    expect(audit.every(({ actor }) => actor.startsWith("key_"))).toBe(true);
  });

  test.each([
    ["GET", ""],
    ["GET", "/export"],
    ["DELETE", ""],
  ])("%s …%s: another tenant's key, a missing id and one that is none are the same", async (method, tail) => {
    const theirs = await keyOf(away, ["conversations"]);
    const id = await begin();
    const said = async (path: string, key = token) => {
      const response = await ask(method, `/conversations/${path}${tail}`, key);
      const { requestId: _, ...problem } = await response.json();
      return JSON.stringify([response.status, problem]);
    };
    const missing = await said(newId("conversation"));
    expect(missing).toContain('"code":"not_found"');
    for (const none of ["x", "c_%00", "'%20OR%201=1", "x".repeat(10_000)]) expect(await said(none)).toBe(missing);
    expect(await said(id, theirs)).toBe(missing);
    expect((await ask("GET", `/conversations/${id}`)).status).toBe(200);
  });

  test("is refused with a key of another scope", async () => {
    const other = await keyOf(tenant, ["sources"]);
    const id = await begin();
    for (const [method, path] of [
      ["GET", ""],
      ["GET", `/${id}`],
      ["GET", `/${id}/export`],
      ["DELETE", `/${id}`],
    ] as const)
      expect(await code(await ask(method, `/conversations${path}`, other))).toBe("scope_refused");
  });
});
