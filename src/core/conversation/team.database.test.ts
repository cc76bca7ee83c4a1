import { beforeAll, describe, expect, test } from "vitest";
import { call, freshGateway } from "../../../tests/fresh-gateway";
import { type FreshTenant, freshProduct, freshTenant } from "../../../tests/fresh-tenant";
import { openStream } from "../../../tests/open-stream";
import { closeConversation } from "./close-conversation";
import { eraseConversation } from "./erase-conversation";
import { replyAsPerson } from "./reply-as-person";
import { returnToAi } from "./return-to-ai";

const product = freshProduct();
const gateway = freshGateway(product);
let tenant: FreshTenant;
beforeAll(async () => {
  tenant = await freshTenant(product);
});

const begin = async (): Promise<string> => {
  const body = { siteKey: tenant.siteKey, message: "Hello?" };
  return (await (await call(gateway, "POST", "/conversations", { body })).json()).conversationId;
};
const go = async (id: string) =>
  (await call(gateway, "POST", `/conversations/${id}`, { body: { message: "And then?" } })).json();

describe("the team", () => {
  test("answers in person, hands back, and closes; the visitor sees each of it at once", async () => {
    const conversationId = await begin();
    const stream = openStream(await call(gateway, "GET", `/conversations/${conversationId}/events`));
    await stream.until(({ id }) => id === "2");
    const reply = await replyAsPerson(tenant.owner, { conversationId, text: "I am Ana. I will look." });
    expect(reply).toMatchObject({ role: "assistant", author: "person", content: "I am Ana. I will look." });
    const seen = await stream.until(({ data }) => data.message?.author === "person");
    expect(seen.data.message).toEqual(reply);
    await stream.until(({ data }) => data.status === "person");
    expect((await go(conversationId)).message).toMatchObject({ author: "system" });
    await returnToAi(tenant.owner, { conversationId });
    await stream.until(({ data }) => data.status === "ai" && stream.events.length > 5);
    expect((await go(conversationId)).message).not.toHaveProperty("author");
    await closeConversation(tenant.owner, { conversationId });
    await stream.until(({ data }) => data.status === "closed");
    await expect(replyAsPerson(tenant.owner, { conversationId, text: "x" })).rejects.toMatchObject({
      code: "conversation_closed",
    });
    await eraseConversation(tenant.owner, { conversationId });
    await stream.until(({ name, data }) => name === "error" && data.code === "conversation_not_found");
    const audit = await tenant.owner.database.transaction((tx) =>
      tx.auditEntry.findMany({ where: { subject: conversationId }, orderBy: { sequence: "asc" } }),
    );
    expect(audit.map(({ action }) => action)).toEqual([
      "conversation.answered",
      "conversation.returned",
      "conversation.closed",
      "conversation.erased",
    ]);
    expect(JSON.stringify(audit.map(({ detail }) => detail))).not.toContain("Ana");
  });

  test("is of this tenant, with the role it takes", async () => {
    const conversationId = await begin();
    const stranger = await freshTenant(product);
    const viewer = { ...tenant.owner, role: "viewer" as const };
    const agent = { ...tenant.owner, role: "agent" as const };
    const verbs = [
      (member: typeof tenant.owner) => replyAsPerson(member, { conversationId, text: "x" }),
      (member: typeof tenant.owner) => returnToAi(member, { conversationId }),
      (member: typeof tenant.owner) => closeConversation(member, { conversationId }),
    ];
    for (const verb of verbs) {
      await expect(verb(stranger.owner)).rejects.toMatchObject({ code: "not_found" });
      await expect(verb(viewer)).rejects.toMatchObject({ code: "scope_refused" });
      await verb(agent);
    }
    await expect(eraseConversation(stranger.owner, { conversationId })).rejects.toMatchObject({ code: "not_found" });
    await expect(eraseConversation(agent, { conversationId })).rejects.toMatchObject({ code: "scope_refused" });
  });
});
