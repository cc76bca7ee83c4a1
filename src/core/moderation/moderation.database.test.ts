import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { watchConversation } from "@/core/conversation/watch-conversation";
import { addTextSource } from "@/core/source/add-text-source";
import { admitVisitor } from "@/core/visitor/admit-visitor";
import { call, freshGateway } from "../../../tests/fresh-gateway";
import { type FreshTenant, freshProduct, freshTenant } from "../../../tests/fresh-tenant";
import { openService } from "../../../tests/stand-in-service";
import { getModeration } from "./get-moderation";
import { type UpdateModeration, updateModeration } from "./update-moderation";

const service = await openService();
process.env.GATEHOUSE_FETCH_ALLOW = service.host;
afterAll(() => service.close());
let clock = 0;
const product = freshProduct(() => Date.now() + clock);
const gateway = freshGateway(product);
const QUESTION = "How many days do I have to return an item?";
let tenant: FreshTenant;

const openAi = (flagged: boolean) => ({
  id: "modr-1",
  model: "omni-moderation-latest",
  results: [{ flagged, categories: { hate: false, violence: flagged }, category_scores: { hate: 0, violence: 0.9 } }],
});

beforeEach(async () => {
  tenant = await freshTenant(product);
  await addTextSource(tenant.owner, { title: "Returns", text: "You can return any item within 30 days of delivery." });
  service.received.length = 0;
  service.answer = async () => ({ status: 200, body: JSON.stringify(openAi(false)) });
});

/** Resolves when the gateway has heard of it, too. */
async function set(settings: UpdateModeration): Promise<void> {
  const { tenantId, owner } = tenant;
  const heard = new Promise<void>((resolve) => {
    const stop = product.changes.subscribe((changed) => {
      if (changed !== tenantId) return;
      stop();
      resolve();
    });
  });
  await updateModeration(owner, settings);
  // Nobody hears of what happened before they listened, and then nothing is remembered either.
  await Promise.race([heard, new Promise((resolve) => setTimeout(resolve, 1500))]);
}
const provider = { provider: "openai", url: `${service.url}/v1/moderations`, apiKey: "sk-secret" } as const;
const start = async (message: string, more: object = {}) =>
  (await call(gateway, "POST", "/conversations", { body: { siteKey: tenant.siteKey, message, ...more } })).json();
const go = async (id: string, message: string) =>
  (await call(gateway, "POST", `/conversations/${id}`, { body: { message } })).json();
const messagesOf = (conversationId: string) =>
  tenant.owner.database.transaction((tx) =>
    tx.message.findMany({ where: { conversationId }, orderBy: { sequence: "asc" } }),
  );

describe("a flagged message", () => {
  test("gets a friendly answer, keeps its verdict, and the conversation goes on", async () => {
    await set({ words: ["forbidden"] });
    const flagged = await start(`Forbidden: ${QUESTION}`);
    expect(flagged).toMatchObject({ moderation: { flagged: true }, message: { grounded: false, citations: [] } });
    expect(flagged.message.content).not.toContain("30 days");
    const [asked, answered] = await messagesOf(flagged.conversationId);
    expect(asked?.moderation).toEqual({ by: "words", found: ["forbidden"] });
    expect(answered?.moderation).toBeNull();
    const next = await go(flagged.conversationId, QUESTION);
    expect(next).toMatchObject({ message: { grounded: true } });
    expect(next).not.toHaveProperty("moderation");
  });

  test("is answered alike when it is sent again with the same nonce", async () => {
    const nonce = crypto.randomUUID();
    const first = await start("fuck you", { nonce });
    expect(first).toMatchObject({ moderation: { flagged: true } });
    expect(await start("fuck you", { nonce })).toEqual(first);
  });

  test("is not flagged by a list that is switched off", async () => {
    await set({ local: false });
    expect(await start("fuck you")).not.toHaveProperty("moderation");
    await expect(updateModeration(tenant.owner, { words: Array(501).fill("x") })).rejects.toThrow();
  });
});

describe("a provider", () => {
  test("is asked in its format, with its own key, and believed", async () => {
    await set(provider);
    expect(await start(QUESTION)).toMatchObject({ message: { grounded: true } });
    expect(service.received).toHaveLength(1);
    expect(service.received[0]?.headers).toMatchObject({ authorization: "Bearer sk-secret" });
    expect(JSON.parse(service.received[0]?.body ?? "")).toEqual({ model: "omni-moderation-latest", input: QUESTION });
    service.answer = async () => ({ status: 200, body: JSON.stringify(openAi(true)) });
    const flagged = await start(QUESTION);
    expect(flagged).toMatchObject({ moderation: { flagged: true }, message: { grounded: false } });
    expect((await messagesOf(flagged.conversationId))[0]?.moderation).toEqual({ by: "provider", found: ["violence"] });
  });

  test("is not shown what the lists have flagged already", async () => {
    await set({ ...provider, words: ["forbidden"] });
    await start("forbidden");
    expect(service.received).toEqual([]);
  });

  test("that does not answer within 1.5 s, or nonsense, lets messages through or not, as the tenant chose", async () => {
    for (const answer of [null, { status: 500 }, { status: 200, body: "no" }, { status: 200, body: "{}" }]) {
      service.answer = async () => answer;
      for (const [onFailure, grounded] of [
        ["open", true],
        ["closed", false],
      ] as const) {
        await set({ ...provider, onFailure });
        const before = Date.now();
        expect((await start(QUESTION)).message.grounded, `${answer?.body} ${onFailure}`).toBe(grounded);
        expect(Date.now() - before).toBeLessThan(3000);
      }
    }
  });

  test("is never one on a private address that the operator did not allow", async () => {
    const other = await openService();
    await set({ ...provider, url: `${other.url}/v1/moderations`, onFailure: "closed" });
    expect(await start(QUESTION)).toMatchObject({ moderation: { flagged: true } });
    expect(other.received).toEqual([]);
    other.close();
  });

  test("has its key sealed, shown to nobody, and taken away on request", async () => {
    await set(provider);
    const stored = await tenant.owner.database.transaction((tx) => tx.tenant.findFirstOrThrow());
    expect(JSON.stringify(stored.moderation)).not.toContain("sk-secret");
    const shown = await getModeration(tenant.owner);
    expect(shown).toMatchObject({ provider: "openai", hasKey: true, words: [] });
    expect(JSON.stringify(shown)).not.toMatch(/sealed|secret/);
    await set({ apiKey: null });
    expect(await getModeration(tenant.owner)).toMatchObject({ provider: "openai", hasKey: false });
  });

  test("has its key forgotten when it moves: a key goes to the address it was given for", async () => {
    await set(provider);
    await set({ url: "https://elsewhere.example.com/v1/moderations" });
    expect(await getModeration(tenant.owner)).toMatchObject({ hasKey: false });
  });
});

describe("an answer that waits for a provider", () => {
  test("is stored as pending first, written once, and the same for everybody who asks with its nonce", async () => {
    await set(provider);
    let release: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    service.answer = async () => {
      await held;
      return { status: 200, body: JSON.stringify(openAi(false)) };
    };
    const nonce = crypto.randomUUID();
    const asked = Array.from({ length: 5 }, () => start(QUESTION, { nonce }));
    await expect.poll(() => service.received.length).toBe(1);
    const rows = await tenant.owner.database.transaction((tx) => tx.message.findMany({ orderBy: { sequence: "asc" } }));
    expect(rows.map(({ role, state, content }) => [role, state, content])).toEqual([
      ["user", "done", QUESTION],
      ["assistant", "pending", ""],
    ]);
    release();
    const answers = await Promise.all(asked);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0].message.content).toContain("30 days");
    expect(service.received).toHaveLength(1);
  });

  test("whose process died is finished when somebody reads the conversation", async () => {
    await set(provider);
    const { conversationId, questionId, message } = await start(QUESTION);
    // What a process leaves behind that is killed before its provider answers.
    await tenant.owner.database.transaction((tx) =>
      tx.message.update({ where: { id: message.id }, data: { state: "pending", content: "", citations: [] } }),
    );
    const read = async () =>
      (await call(gateway, "GET", `/conversations/${conversationId}?after=${questionId}`)).json();
    expect((await read()).messages).toMatchObject([{ id: message.id, state: "pending", content: "" }]);
    clock += 11_000;
    expect((await read()).messages).toEqual([message]);
    expect((await messagesOf(conversationId))[1]).toMatchObject({ state: "done", content: message.content });
  });

  test("whose process died is finished for a stream that stays open, too", async () => {
    await set(provider);
    const { conversationId, questionId, message } = await start(QUESTION);
    await tenant.owner.database.transaction((tx) =>
      tx.message.update({ where: { id: message.id }, data: { state: "pending", content: "", citations: [] } }),
    );
    const knock = { origin: "https://www.example.com", address: "a", look: null, key: tenant.siteKey };
    const visitor = await admitVisitor(
      product,
      { ...knock, conversationId, pageUrlHash: null, fault: null },
      { tokens: "live", demand: "full", limits: [] },
    );
    const watch = await watchConversation(visitor, { conversationId, after: questionId });
    expect(await watch.next(50)).toMatchObject({ status: "ai", messages: [{ id: message.id, state: "pending" }] });
    expect(await watch.next(50)).toBe("silence");
    clock += 11_000;
    expect(await watch.next(50)).toMatchObject({ status: null, messages: [message], position: 1 });
    watch.stop();
    expect(await watch.next(50)).toBeNull();
  });
});
