// What an answer was chosen from stays with it, and a long conversation is read page by page.
import { expect, test } from "vitest";
import { addTextSource } from "@/core/source/add-text-source";
import { removeSource } from "@/core/source/remove-source";
import { call, freshGateway } from "../../../tests/fresh-gateway";
import { freshProduct, freshTenant } from "../../../tests/fresh-tenant";
import { getConversation } from "./get-conversation";
import { getRetrieved } from "./get-retrieved";

const product = freshProduct();
const gateway = freshGateway(product);

test("an answer keeps what it was chosen from, also when the source has gone since", async () => {
  const own = await freshTenant(product);
  const { id: sourceId } = await addTextSource(own.owner, { title: "Returns", text: "Return it within 30 days." });
  const begun = await call(gateway, "POST", "/conversations", {
    body: { siteKey: own.siteKey, message: "Within how many days can I return it?" },
  });
  const { message, questionId } = await begun.json();
  expect(message.retrieved).toBeUndefined();
  const found = () => getRetrieved(own.owner, { messageId: message.id });
  const then = await found();
  expect(then).toMatchObject([
    { title: "Returns", passage: { text: "Return it within 30 days.", source_id: sourceId } },
  ]);
  expect(then?.[0]?.score).toBeGreaterThan(0);
  await removeSource(own.owner, { id: sourceId });
  expect(await found()).toEqual([{ ...then?.[0], passage: null }]);
  expect(await getRetrieved(own.owner, { messageId: questionId })).toBeNull();
  const stranger = await freshTenant(product);
  for (const [member, messageId] of [
    [own.owner, "m_nothing"],
    [stranger.owner, message.id],
  ] as const)
    await expect(getRetrieved(member, { messageId })).rejects.toMatchObject({ code: "not_found" });
});

test("the last messages come first, those before them when they are asked for", async () => {
  const own = await freshTenant(product);
  const begun = await call(gateway, "POST", "/conversations", { body: { siteKey: own.siteKey, message: "One?" } });
  const { conversationId: id } = await begun.json();
  for (const message of ["Two?", "Three?"]) await call(gateway, "POST", `/conversations/${id}`, { body: { message } });
  const asked = (page: { messages: { role: string; content: string }[] }) =>
    page.messages.filter(({ role }) => role === "user").map(({ content }) => content);
  const last = await getConversation(own.owner, { id, limit: 4 });
  expect(asked(last)).toEqual(["Two?", "Three?"]);
  expect(last.earlier).toBe(last.messages[0]?.id);
  const first = await getConversation(own.owner, { id, limit: 4, before: last.earlier ?? "" });
  expect(asked(first)).toEqual(["One?"]);
  expect(first.earlier).toBeNull();
});
