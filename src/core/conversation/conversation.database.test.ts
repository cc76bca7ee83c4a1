import { beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/core/id/id";
import { addTextSource } from "@/core/source/add-text-source";
import { type Ask, call, freshGateway, identityClaims, signJwt } from "../../../tests/fresh-gateway";
import { type FreshTenant, freshProduct, freshTenant } from "../../../tests/fresh-tenant";
import type { Problem, Transcript } from "../../../widget/wire";
import { getConversation } from "./get-conversation";
import { listConversations } from "./list-conversations";

const HOME = "https://www.example.com";
const OTHER = "https://shop.example.com";
let clock = 0;
const product = freshProduct(() => Date.now() + clock);
const gateway = freshGateway(product);
let tenant: FreshTenant;
beforeAll(async () => {
  tenant = await freshTenant(product, [HOME, OTHER]);
});

const start = (ask: Ask & { body?: object } = {}) =>
  call(gateway, "POST", "/conversations", {
    ...ask,
    body: { siteKey: tenant.siteKey, message: "Hello?", ...ask.body },
  });
const begin = async (ask: Ask & { body?: object } = {}): Promise<string> =>
  (await (await start(ask)).json()).conversationId;
const go = (id: string, ask: Ask & { body?: object } = {}) =>
  call(gateway, "POST", `/conversations/${id}`, { ...ask, body: { message: "And then?", ...ask.body } });
const read = (id: string, ask: Ask = {}, query = "") => call(gateway, "GET", `/conversations/${id}${query}`, ask);
const transcript = async (id: string, ask: Ask = {}, query = ""): Promise<Transcript> =>
  (await read(id, ask, query)).json();
const code = async (response: Response): Promise<string> => ((await response.json()) as Problem).code;
const userToken = (userId: string) =>
  signJwt({ ...identityClaims(tenant.tenantId, Math.floor(product.now() / 1000)), userId }, tenant.jwtSecret);
const session = async (ask: Ask = {}) =>
  (await call(gateway, "POST", "/sessions", { ...ask, body: { siteKey: tenant.siteKey } })).json();

describe("a conversation", () => {
  test("begins, goes on, and is read in order", async () => {
    const begun = await start();
    expect(begun.status).toBe(201);
    const first = await begun.json();
    expect(first.conversationId).toMatch(/^c_[0-9A-Za-z]{22}$/);
    expect(first.message).toMatchObject({ role: "assistant", grounded: false, citations: [] });
    const second = await (await go(first.conversationId)).json();
    const all = await transcript(first.conversationId);
    expect(all).toMatchObject({ conversationId: first.conversationId, status: "ai" });
    expect(all.messages.map(({ role, content }) => [role, content])).toEqual([
      ["user", "Hello?"],
      ["assistant", first.message.content],
      ["user", "And then?"],
      ["assistant", second.message.content],
    ]);
    expect(all.messages[3]).toEqual(second.message);
    const since = await transcript(first.conversationId, {}, `?after=${first.message.id}`);
    expect(since.messages).toEqual(all.messages.slice(2));
    expect((await transcript(first.conversationId, {}, `?after=${newId("message")}`)).messages).toEqual([]);
    expect((await read(first.conversationId, {}, "?after=m_1")).status).toBe(400);
  });

  test("is begun by tenant id as well, under each name", async () => {
    for (const name of ["siteKey", "tenantKey", "tenantId"]) {
      const body = { [name]: tenant.tenantId, message: "Hello?" };
      expect((await call(gateway, "POST", "/conversations", { body })).status).toBe(201);
    }
  });

  test("answers to its origin only, also where the tenant allows the other one", async () => {
    const id = await begin();
    for (const response of [await go(id, { origin: OTHER }), await read(id, { origin: OTHER })]) {
      expect(response.status).toBe(403);
      expect(await code(response)).toBe("origin_mismatch");
    }
  });

  test("that a user began answers to that user only", async () => {
    const token = userToken("usr_a");
    const id = await begin({ token });
    expect((await go(id, { token })).status).toBe(200);
    expect((await read(id, { token: (await session({ token: userToken("usr_a") })).token })).status).toBe(200);
    for (const other of [undefined, userToken("usr_b"), (await session()).token])
      for (const response of [await go(id, { token: other }), await read(id, { token: other, origin: OTHER })]) {
        expect([403, 404]).toContain(response.status);
        expect(await code(response)).toMatch(/conversation_not_found|origin_mismatch/);
      }
    expect(await code(await go(id))).toBe("conversation_not_found");
  });

  test("expires after the tenant's idle time, and is then like a missing one", async () => {
    const id = await begin();
    clock += 23 * 3600_000;
    expect((await go(id)).status).toBe(200);
    clock += 23 * 3600_000;
    expect((await go(id)).status).toBe(200);
    clock += 24 * 3600_000 + 1000;
    expect(await code(await go(id))).toBe("conversation_not_found");
    expect(await code(await read(id))).toBe("conversation_not_found");
    expect(await code(await go(id, { origin: OTHER }))).toBe("conversation_not_found");
  });

  test("that is closed takes no more questions, and can still be read", async () => {
    const id = await begin();
    await tenant.owner.database.transaction((tx) =>
      tx.conversation.update({ where: { id }, data: { status: "closed" } }),
    );
    const refused = await go(id);
    expect(refused.status).toBe(409);
    expect(await code(refused)).toBe("conversation_closed");
    expect(await transcript(id)).toMatchObject({ status: "closed" });
  });
});

describe("an answer", () => {
  const title = "Returns";
  const text = "You can return any item within 30 days of delivery. Refunds reach your bank within five working days.";
  const question = "How many days do I have to return an item?";

  test("comes from the tenant's own knowledge, with quotes that stand in it", async () => {
    const own = await freshTenant(product, [HOME]);
    await addTextSource(own.owner, { title, text, url: "https://www.example.com/returns" });
    const ask = (more: object) =>
      call(gateway, "POST", "/conversations", { body: { siteKey: own.siteKey, message: question, ...more } });
    const cited = await (await ask({})).json();
    expect(cited.message).toMatchObject({ grounded: true, citations: [{ marker: 1, title }] });
    expect(cited.message.content).toContain("within 30 days");
    expect(text).toContain(cited.message.citations[0].quote);
    const stored = await transcript(cited.conversationId);
    expect(stored.messages[1]).toEqual(cited.message);
    const plain = await (await ask({ citations: false })).json();
    expect(plain.message).toMatchObject({ grounded: true, citations: [] });
    const streamed = await call(gateway, "POST", "/conversations", {
      body: { siteKey: own.siteKey, message: question },
      headers: { accept: "text/event-stream" },
    });
    expect(await streamed.text()).toMatch(/event: citation\ndata: \{"marker":1,/);
  });

  test("never comes from another tenant's", async () => {
    const rich = await freshTenant(product, [HOME]);
    await addTextSource(rich.owner, { title, text });
    expect((await (await start({ body: { message: question } })).json()).message.grounded).toBe(false);
  });
});

describe("a nonce", () => {
  test("gives the first answer again and never a second message, also when all come at once", async () => {
    const id = await begin();
    const nonce = crypto.randomUUID();
    const bodies = await Promise.all(
      Array.from({ length: 10 }, async () => (await go(id, { body: { nonce } })).json()),
    );
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
    expect((await transcript(id)).messages).toHaveLength(4);
    expect(await (await go(id, { body: { nonce, message: "Something else?" } })).json()).toEqual(bodies[0]);
    expect((await transcript(id)).messages).toHaveLength(4);
    await go(id, { body: { nonce: crypto.randomUUID() } });
    expect((await transcript(id)).messages).toHaveLength(6);
  });

  test("starts one conversation for one visitor, whatever proves them", async () => {
    const visitors: [string, Ask, Ask][] = [
      ["anonymous", {}, {}],
      ["session", { token: (await session()).token }, { token: (await session()).token }],
      ["user", { token: userToken("usr_n") }, { token: userToken("usr_m") }],
    ];
    for (const [name, ask, other] of visitors) {
      const nonce = crypto.randomUUID();
      const ids = await Promise.all(Array.from({ length: 8 }, () => begin({ ...ask, body: { nonce } })));
      expect(new Set(ids).size, name).toBe(1);
      expect((await transcript(ids[0] ?? "", ask)).messages).toHaveLength(2);
      const elsewhere = name === "anonymous" ? { headers: { "x-test-address": "elsewhere" } } : other;
      expect(await begin({ ...elsewhere, body: { nonce } })).not.toBe(ids[0]);
    }
  });

  test("is forgotten after a day", async () => {
    const nonce = crypto.randomUUID();
    const token = userToken("usr_day");
    const first = await begin({ token, body: { nonce } });
    clock += 23 * 3600_000;
    expect(await begin({ token: userToken("usr_day"), body: { nonce } })).toBe(first);
    clock += 2 * 3600_000;
    expect(await begin({ token: userToken("usr_day"), body: { nonce } })).not.toBe(first);
  });

  test("of a refused request is not used up", async () => {
    const id = await begin();
    const nonce = crypto.randomUUID();
    expect((await go(id, { origin: OTHER, body: { nonce } })).status).toBe(403);
    expect((await go(id, { body: { nonce } })).status).toBe(200);
    expect((await transcript(id)).messages).toHaveLength(4);
  });
});

describe("the team", () => {
  test("sees its own conversations page by page, with who asked what", async () => {
    const own = await freshTenant(product, [HOME]);
    const ids: string[] = [];
    for (let i = 0; i < 5; i++) {
      const body = { siteKey: own.siteKey, message: `Question ${i}?` };
      ids.push((await (await call(gateway, "POST", "/conversations", { body })).json()).conversationId);
      clock += 1000;
    }
    const first = await listConversations(own.owner, { limit: 2 });
    const second = await listConversations(own.owner, { limit: 2, before: first.next ?? "" });
    const third = await listConversations(own.owner, { limit: 2, before: second.next ?? "" });
    const listed = [first, second, third].flatMap(({ conversations }) => conversations);
    expect(listed.map(({ id }) => id)).toEqual([...ids].reverse());
    expect(listed[0]).toMatchObject({ question: "Question 4?", messages: 2, answered: false, origin: HOME });
    expect(third.next).toBeNull();
    const detail = await getConversation(own.owner, { id: ids[0] ?? "" });
    expect(detail.messages.map(({ content }) => content)[0]).toBe("Question 0?");
  });

  test("sees who an identified visitor is, and nothing of another tenant", async () => {
    const id = await begin({ token: userToken("usr_seen") });
    expect(await getConversation(tenant.owner, { id })).toMatchObject({
      identity: { userId: "usr_seen", email: "someone@example.com", roles: ["user", "admin"], plan: "pro" },
    });
    const stranger = await freshTenant(product);
    await expect(getConversation(stranger.owner, { id })).rejects.toMatchObject({ code: "not_found" });
    expect((await listConversations(stranger.owner)).conversations).toEqual([]);
  });
});
