import { beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/core/id/id";
import { addTextSource } from "@/core/source/add-text-source";
import { type Ask, call, freshGateway, identityClaims, signJwt } from "../../../tests/fresh-gateway";
import { type FreshTenant, freshProduct, freshTenant } from "../../../tests/fresh-tenant";
import type { Answer, Transcript } from "../../../widget/wire";

const HOME = "https://www.example.com";
const product = freshProduct();
const gateway = freshGateway(product);
let tenant: FreshTenant;
beforeAll(async () => {
  tenant = await freshTenant(product, [HOME]);
  const text = "You can return any item within 30 days of delivery. Refunds reach your bank within five working days.";
  await addTextSource(tenant.owner, { title: "Returns", text });
});

const QUESTION = "How many days do I have to return an item?";
const begin = async (ask: Ask = {}): Promise<Answer> =>
  (
    await call(gateway, "POST", "/conversations", { ...ask, body: { siteKey: tenant.siteKey, message: QUESTION } })
  ).json();
const at = (id: string, rest: string, body?: object, ask: Ask = {}) =>
  call(gateway, body ? "POST" : "GET", `/conversations/${id}${rest}`, { ...ask, ...(body ? { body } : {}) });
const transcript = async (id: string): Promise<Transcript> => (await at(id, "")).json();
const rowOf = (id: string) =>
  tenant.owner.database.transaction((tx) => tx.conversation.findUniqueOrThrow({ where: { id } }));
const userToken = () => signJwt(identityClaims(tenant.tenantId), tenant.jwtSecret);

describe("feedback", () => {
  test("is kept for an answer of this conversation, the last word counts", async () => {
    const { conversationId, questionId, message } = await begin();
    for (const value of ["positive", "negative"])
      expect((await at(conversationId, "/feedback", { messageId: message.id, value, comment: "So." })).status).toBe(
        204,
      );
    const rows = await tenant.owner.database.transaction((tx) => tx.feedback.findMany({ where: { conversationId } }));
    expect(rows).toMatchObject([{ messageId: message.id, value: "negative", comment: "So." }]);
    const other = await begin();
    for (const messageId of [questionId, other.message.id, newId("message")])
      expect((await at(conversationId, "/feedback", { messageId, value: "positive" })).status).toBe(404);
    for (const wrong of [{ value: "great" }, { messageId: "m_1" }, { comment: "\0" }, { comment: "x".repeat(2001) }]) {
      const response = await at(conversationId, "/feedback", { messageId: message.id, value: "positive", ...wrong });
      expect(response.status).toBe(400);
    }
  });
});

describe("closing", () => {
  test("ends the conversation with what the visitor thought of it, and can be said twice", async () => {
    const { conversationId } = await begin();
    expect((await at(conversationId, "/close", { resolution: "resolved" })).status).toBe(204);
    expect((await at(conversationId, "/close", { resolution: "resolved", rating: 9 })).status).toBe(204);
    expect(await rowOf(conversationId)).toMatchObject({ status: "closed", resolution: "resolved", rating: 9 });
    expect(await (await at(conversationId, "", { message: "More?" })).json()).toMatchObject({
      code: "conversation_closed",
    });
    expect(await (await at(conversationId, "/escalate", {})).json()).toMatchObject({ code: "conversation_closed" });
    for (const rating of [0, 11, 1.5, "9"])
      expect((await at(conversationId, "/close", { resolution: "resolved", rating })).status).toBe(400);
  });
});

describe("asking for a person", () => {
  test("mutes the answerer: messages are kept and acknowledged by a note", async () => {
    const { conversationId } = await begin();
    const asked = await at(conversationId, "/escalate", { reason: "It is broken.", email: "me@example.com" });
    expect(asked.status).toBe(202);
    expect(await asked.json()).toEqual({ conversationId, status: "waiting" });
    const note = await (await at(conversationId, "", { message: QUESTION })).json();
    expect(note.message).toMatchObject({ author: "system", grounded: false, citations: [] });
    expect(note.message.content).not.toContain("30 days");
    const all = await transcript(conversationId);
    expect(all.status).toBe("waiting");
    expect(all.messages.slice(2).map(({ role, content }) => [role, content])).toEqual([
      ["user", QUESTION],
      ["assistant", note.message.content],
    ]);
    expect((await at(conversationId, "/escalate", { reason: "Still broken." })).status).toBe(202);
    expect(await rowOf(conversationId)).toMatchObject({
      escalationReason: "Still broken.",
      escalationEmail: "me@example.com",
    });
  });

  test("keeps the address that the tenant's server vouches for", async () => {
    const token = userToken();
    const { conversationId } = await begin({ token });
    expect((await at(conversationId, "/escalate", {}, { token })).status).toBe(202);
    expect((await rowOf(conversationId)).escalationEmail).toBe("someone@example.com");
    expect((await at(conversationId, "/escalate", { email: "no address" }, { token })).status).toBe(400);
  });
});

describe("the visitor's own copy", () => {
  test("has everything that was said, with its evidence, as a file", async () => {
    const { conversationId, message } = await begin();
    await at(conversationId, "/feedback", { messageId: message.id, value: "positive", comment: "Good." });
    await at(conversationId, "/close", { resolution: "resolved", rating: 10 });
    const response = await at(conversationId, "/export");
    expect(response.headers.get("content-disposition")).toBe(
      `attachment; filename="conversation-${conversationId}.json"`,
    );
    expect(response.headers.get("cache-control")).toBe("no-store");
    const copy = await response.json();
    expect(copy).toMatchObject({
      conversationId,
      status: "closed",
      origin: HOME,
      closing: { resolution: "resolved", rating: 10 },
      feedback: [{ messageId: message.id, value: "positive", comment: "Good." }],
    });
    expect(copy.messages).toEqual((await transcript(conversationId)).messages);
    expect(copy.messages[1].citations).toHaveLength(1);
  });
});

describe("erasing", () => {
  test("leaves nothing: not a message, not a nonce, and the conversation is like one that never was", async () => {
    const nonce = crypto.randomUUID();
    const { conversationId, message } = await begin();
    await at(conversationId, "", { message: "And then?", nonce });
    await at(conversationId, "/feedback", { messageId: message.id, value: "positive" });
    expect((await call(gateway, "DELETE", `/conversations/${conversationId}`)).status).toBe(204);
    const left = await tenant.owner.database.transaction(async (tx) => {
      const where = { conversationId };
      return [
        await tx.message.count({ where }),
        await tx.feedback.count({ where }),
        await tx.idempotency.count({ where }),
        await tx.conversation.count({ where: { id: conversationId } }),
      ];
    });
    expect(left).toEqual([0, 0, 0, 0]);
    for (const [rest, body] of [
      ["", undefined],
      ["/export", undefined],
      ["/events", undefined],
      ["", { message: "And then?", nonce }],
      ["/close", { resolution: "resolved" }],
      ["/escalate", {}],
      ["/feedback", { messageId: message.id, value: "positive" }],
    ] as const)
      expect(await (await at(conversationId, rest, body)).json(), rest).toMatchObject({
        status: 404,
        code: "conversation_not_found",
      });
    expect((await call(gateway, "DELETE", `/conversations/${conversationId}`)).status).toBe(404);
  });

  test("is for whoever the conversation answers to, and nobody else", async () => {
    const { conversationId } = await begin({ token: userToken() });
    expect((await call(gateway, "DELETE", `/conversations/${conversationId}`)).status).toBe(404);
    for (const [rest, body] of [
      ["/close", { resolution: "resolved" }],
      ["/escalate", {}],
      ["/export", undefined],
      ["/events", undefined],
    ] as const)
      expect((await at(conversationId, rest, body)).status, rest).toBe(404);
    expect(await rowOf(conversationId)).toMatchObject({ status: "ai" });
  });
});
