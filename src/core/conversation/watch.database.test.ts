import { beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/core/id/id";
import { removeOrigin } from "@/core/origin/remove-origin";
import { revokeAllSessions } from "@/core/session/revoke-all-sessions";
import { leakSigningSecret } from "@/core/signing-secret/leak-signing-secret";
import { retireSigningSecret } from "@/core/signing-secret/retire-signing-secret";
import { rotateSigningSecret } from "@/core/signing-secret/rotate-signing-secret";
import { addTextSource } from "@/core/source/add-text-source";
import { updateTenant } from "@/core/tenant/update-tenant";
import { revokeUser } from "@/core/visitor/revoke-user";
import { type Ask, call, freshGateway, identityClaims, signJwt } from "../../../tests/fresh-gateway";
import { type FreshTenant, freshProduct, freshTenant } from "../../../tests/fresh-tenant";
import { openStream, type ReadEvent } from "../../../tests/open-stream";
import type { Answer } from "../../../widget/wire";

const HOME = "https://www.example.com";
const product = freshProduct();
const gateway = freshGateway(product);
// Another process, as far as the gateway can tell: nothing is shared but the database.
const elsewhere = freshGateway(freshProduct());
let tenant: FreshTenant;
beforeAll(async () => {
  tenant = await freshTenant(product, [HOME]);
  await addTextSource(tenant.owner, { title: "Returns", text: "You can return any item within 30 days of delivery." });
});

const begin = async (ask: Ask = {}): Promise<Answer> => {
  const body = { siteKey: tenant.siteKey, message: "How many days do I have to return an item?" };
  return (await call(gateway, "POST", "/conversations", { ...ask, body })).json();
};
const watch = async (id: string, query = "", ask: Ask = {}, from = gateway) =>
  openStream(await call(from, "GET", `/conversations/${id}/events${query}`, ask));
const say = (id: string, message: string, from = gateway) =>
  call(from, "POST", `/conversations/${id}`, { body: { message } });
const done = (text: string) => (event: ReadEvent) =>
  event.name === "message.done" && event.data.message.content.includes(text);

describe("the events of a conversation", () => {
  test("bring the whole answer to a browser that stopped reading it", async () => {
    const streamed = await call(gateway, "POST", "/conversations", {
      headers: { accept: "text/event-stream" },
      body: { siteKey: tenant.siteKey, message: "How many days do I have to return an item?" },
    });
    const reader = streamed.body?.getReader();
    const first = new TextDecoder().decode((await reader?.read())?.value);
    await reader?.cancel();
    expect(first).not.toContain("message.done");
    const { conversationId, messageId, questionId } = JSON.parse(/^data: (.*)$/m.exec(first)?.[1] ?? "");
    const stream = await watch(conversationId, `?after=${questionId}`);
    const whole = await stream.until(done("30 days"));
    expect(whole.data.message).toMatchObject({ id: messageId, grounded: true, citations: [{ marker: 1 }] });
    expect(stream.events.map(({ name }) => name)).toEqual([
      "conversation.status",
      "message.start",
      ...stream.events.filter(({ name }) => name === "message.delta").map(({ name }) => name),
      "citation",
      "message.done",
    ]);
    const deltas = stream.events.filter(({ name }) => name === "message.delta").map(({ data }) => data.text);
    expect(deltas.join("")).toBe(whole.data.message.content);
    await stream.close();
  });

  test("show two tabs the same, whichever process what was said came through", async () => {
    const { conversationId, message } = await begin();
    const tabs = [
      await watch(conversationId, `?after=${message.id}`),
      await watch(conversationId, `?after=${message.id}`, {}, elsewhere),
    ];
    await Promise.all(tabs.map((tab) => tab.until(({ name }) => name === "conversation.status")));
    const before = Date.now();
    await say(conversationId, "Said here?");
    await say(conversationId, "Said elsewhere?", elsewhere);
    await Promise.all(tabs.map((tab) => tab.until(done("Said elsewhere?"))));
    expect(Date.now() - before).toBeLessThan(2500);
    await Promise.all(tabs.map((tab) => tab.until(({ id }) => id === "6")));
    expect(tabs[0]?.events).toEqual(tabs[1]?.events);
    const ids = tabs[0]?.events.flatMap(({ id }) => (id === null ? [] : [Number(id)]));
    expect(ids).toEqual([3, 4, 5, 6]);
    await call(gateway, "POST", `/conversations/${conversationId}/escalate`, { body: {} });
    for (const tab of tabs) {
      await tab.until(({ name, data }) => name === "conversation.status" && data.status === "waiting");
      await tab.close();
    }
  });

  test("go on from the last id, from a message, or from the beginning", async () => {
    const { conversationId, message } = await begin();
    await say(conversationId, "And then?");
    const idsOf = async (query: string, headers: Record<string, string> = {}) => {
      const stream = await watch(conversationId, query, { headers });
      await say(conversationId, "The end?");
      await stream.until(done("The end?"));
      await stream.close();
      const said = stream.events.filter(({ name }) => name === "message.done");
      return said.map(({ data, id }) => `${id} ${data.message.role}`).slice(0, 2);
    };
    expect(await idsOf("")).toEqual(["1 user", "2 assistant"]);
    expect(await idsOf(`?after=${message.id}`)).toEqual(["3 user", "4 assistant"]);
    expect(await idsOf("", { "last-event-id": "3" })).toEqual(["4 assistant", "5 user"]);
    expect((await idsOf(`?after=${newId("message")}`))[0]).toBe("11 user");
    expect((await idsOf("", { "last-event-id": "999" }))[0]).toBe("13 user");
    for (const wrong of ["x", "-1", "1.5", "9".repeat(40)]) {
      const ask = { headers: { "last-event-id": wrong } };
      expect((await call(gateway, "GET", `/conversations/${conversationId}/events`, ask)).status, wrong).toBe(400);
    }
  });

  test("end with the reason when the conversation is erased or the page taken off the list", async () => {
    const own = await freshTenant(product, [HOME]);
    const start = async () => {
      const body = { siteKey: own.siteKey, message: "Hello?" };
      const { conversationId } = await (await call(gateway, "POST", "/conversations", { body })).json();
      const stream = await watch(conversationId, "", {}, elsewhere);
      await stream.until(({ name }) => name === "conversation.status");
      return { conversationId, stream };
    };
    const erased = await start();
    await call(gateway, "DELETE", `/conversations/${erased.conversationId}`);
    const error = await erased.stream.until(({ name }) => name === "error");
    expect(error.data).toMatchObject({ status: 404, code: "conversation_not_found" });
    await expect.poll(erased.stream.hasEnded).toBe(true);

    const unlisted = await start();
    const [origin] = await own.owner.database.transaction((tx) => tx.origin.findMany());
    await removeOrigin(own.owner, { id: origin?.id ?? "" });
    const refused = await unlisted.stream.until(({ name }) => name === "error");
    expect(refused.data).toMatchObject({ status: 403, code: "origin_not_allowed" });
  });

  describe("end with what their token stands on", () => {
    const seconds = () => Math.floor(Date.now() / 1000);
    const identity = (own: FreshTenant, secret = own.jwtSecret) =>
      signJwt({ ...identityClaims(own.tenantId, seconds() - 1), userId: "usr_watches" }, secret);
    const exchanged = async (own: FreshTenant, token = "") => {
      const ask = { ...(token ? { token } : {}), body: { siteKey: own.siteKey } };
      return (await (await call(gateway, "POST", "/sessions", ask)).json()).token as string;
    };
    const leak = (own: FreshTenant) => leakSigningSecret(own.owner, { kid: own.kid, submission: crypto.randomUUID() });
    const retire = async (own: FreshTenant) => {
      await rotateSigningSecret(own.owner, { overlapDays: 1, submission: crypto.randomUUID() });
      await retireSigningSecret(own.owner, { kid: own.kid });
    };
    const user = (own: FreshTenant) => revokeUser(own.owner, { userId: "usr_watches" });
    const all = (own: FreshTenant) => revokeAllSessions(own.owner);
    const demand = (own: FreshTenant) => updateTenant(own.owner, { demand: "identity" });

    test.each<[string, string, (own: FreshTenant) => Promise<string | undefined>, (own: FreshTenant) => unknown]>([
      ["a leaked secret: its own token", "token_invalid", async (own) => identity(own), leak],
      ["a leaked secret: what was exchanged", "token_invalid", (own) => exchanged(own, identity(own)), leak],
      ["a retired secret", "token_invalid", async (own) => identity(own), retire],
      ["a user: their token", "token_invalid", async (own) => identity(own), user],
      ["a user: their session", "token_invalid", (own) => exchanged(own, identity(own)), user],
      ["all sessions", "token_invalid", (own) => exchanged(own), all],
      ["a demand that is new: no token", "identity_required", async () => undefined, demand],
      ["a demand that is new: a session", "identity_required", (own) => exchanged(own), demand],
    ])("%s", async (_, code, tokenOf, end) => {
      const own = await freshTenant(product, [HOME]);
      const token = await tokenOf(own);
      const ask = token ? { token } : {};
      const body = { siteKey: own.siteKey, message: "Hello?" };
      const { conversationId } = await (await call(gateway, "POST", "/conversations", { ...ask, body })).json();
      const stream = await watch(conversationId, "", ask, elsewhere);
      await stream.until(({ name }) => name === "conversation.status");
      await end(own);
      const began = performance.now();
      const error = await stream.until(({ name }) => name === "error");
      expect(error.data.code).toBe(code);
      expect(performance.now() - began).toBeLessThan(1000);
      await expect.poll(stream.hasEnded).toBe(true);
    });

    test("and go on where it stands, whatever else was ended", async () => {
      const own = await freshTenant(product, [HOME]);
      const token = await exchanged(own, identity(own));
      const body = { siteKey: own.siteKey, message: "Hello?" };
      const { conversationId } = await (await call(gateway, "POST", "/conversations", { token, body })).json();
      const stream = await watch(conversationId, "", { token }, elsewhere);
      await stream.until(({ name }) => name === "conversation.status");
      await retire(own);
      await revokeUser(own.owner, { userId: "usr_other" });
      await updateTenant(own.owner, { demand: "identity" });
      await call(gateway, "POST", `/conversations/${conversationId}`, { token, body: { message: "Still there?" } });
      await stream.until(done("Still there?"));
      await stream.close();
    });
  });

  test("end when the session behind them does", async () => {
    const session = await (await call(gateway, "POST", "/sessions", { body: { siteKey: tenant.siteKey } })).json();
    const { conversationId } = await begin({ token: session.token });
    const stream = await watch(conversationId, "", { token: session.token }, elsewhere);
    await stream.until(({ name }) => name === "conversation.status");
    expect((await call(gateway, "DELETE", "/sessions/current", { token: session.token })).status).toBe(204);
    const error = await stream.until(({ name }) => name === "error");
    expect(error.data).toMatchObject({ status: 401, code: "token_invalid" });
  });
});
