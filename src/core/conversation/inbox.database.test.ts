import { beforeAll, describe, expect, test } from "vitest";
import { call, freshGateway } from "../../../tests/fresh-gateway";
import { type FreshTenant, freshProduct, freshTenant } from "../../../tests/fresh-tenant";
import { eraseVisitor } from "../visitor/erase-visitor";
import { closeConversation } from "./close-conversation";
import { copyConversation } from "./copy-conversation";
import { getConversation } from "./get-conversation";
import { type ListConversations, listConversations } from "./list-conversations";
import { reopenConversation } from "./reopen-conversation";
import { takeOverConversation } from "./take-over-conversation";
import { watchInbox } from "./watch-inbox";

const product = freshProduct();
const gateway = freshGateway(product);
let tenant: FreshTenant;
const sites = ["https://www.example.com", "https://shop.example.com"];
beforeAll(async () => {
  tenant = await freshTenant(product, sites);
});

async function begin(message: string, origin = sites[0] ?? "", token?: string): Promise<string> {
  const body = { siteKey: tenant.siteKey, message };
  return (await (await call(gateway, "POST", "/conversations", { body, origin, ...(token && { token }) })).json())
    .conversationId;
}
const newSession = async (): Promise<string> =>
  (await (await call(gateway, "POST", "/sessions", { body: { siteKey: tenant.siteKey } })).json()).token;
const found = async (input: ListConversations) =>
  (await listConversations(tenant.owner, input)).conversations.map(({ id }) => id);

describe("the inbox", () => {
  test("finds by words, origin, status, rating, and pages through without a gap or a twin", async () => {
    const first = await begin("Where is my 50% percent parcel?");
    const second = await begin("Do you ship to Iceland?", sites[1]);
    const third = await begin("Hello there");
    expect(await found({ search: "50%" })).toEqual([first]);
    expect(await found({ search: "ICELAND" })).toEqual([second]);
    expect(await found({ search: "_" })).toEqual([]);
    expect(await found({ origin: sites[1] ?? "" })).toEqual([second]);
    await closeConversation(tenant.owner, { conversationId: third });
    expect(await found({ status: "closed" })).toEqual([third]);
    expect(await found({ unanswered: true })).toEqual(expect.arrayContaining([first, second, third]));
    expect(await found({ verified: true })).toEqual([]);
    const { messages } = await getConversation(tenant.owner, { id: first });
    const body = { messageId: messages[1]?.id, value: "negative", comment: "Too short" };
    await call(gateway, "POST", `/conversations/${first}/feedback`, { body });
    expect(await found({ rating: "negative" })).toEqual([first]);
    expect((await getConversation(tenant.owner, { id: first })).messages[1]?.opinion).toMatchObject({
      comment: "Too short",
    });
    const seen: string[] = [];
    for (let before: string | undefined; ; ) {
      const page = await listConversations(tenant.owner, { limit: 1, ...(before && { before }) });
      seen.push(...page.conversations.map(({ id }) => id));
      if (!page.next) break;
      before = page.next;
    }
    expect(seen).toEqual([third, second, first]);
  });

  test("is taken over, closed, opened again and copied, each of it audited", async () => {
    const conversationId = await begin("Hello?");
    await takeOverConversation(tenant.owner, { conversationId });
    const said = await (
      await call(gateway, "POST", `/conversations/${conversationId}`, { body: { message: "Hm?" } })
    ).json();
    expect(said.message.author).toBe("system");
    await closeConversation(tenant.owner, { conversationId });
    await expect(takeOverConversation(tenant.owner, { conversationId })).rejects.toMatchObject({
      code: "conversation_closed",
    });
    await reopenConversation(tenant.owner, { conversationId, to: "person" });
    const copy = await copyConversation(tenant.owner, { conversationId });
    expect(copy).toMatchObject({ status: "person", closing: null });
    expect(copy.messages).toHaveLength(4);
    const audit = await tenant.owner.database.transaction((tx) =>
      tx.auditEntry.findMany({ where: { subject: conversationId }, orderBy: { sequence: "asc" } }),
    );
    const actions = audit.map(({ action }) => action.replace("conversation.", ""));
    expect(actions).toEqual(["taken-over", "closed", "reopened", "exported"]);
  });

  test("tells whoever watches, within a second, and nobody of another tenant", async () => {
    const other = await freshTenant(product);
    const stop = new AbortController();
    const own = watchInbox(tenant.owner, stop.signal);
    const theirs = watchInbox(other.owner, stop.signal);
    await Promise.all([own.next(), theirs.next()]);
    let heard = 0;
    const news = own.next().then(({ done }) => {
      heard = Date.now();
      return done;
    });
    let told = false;
    const silence = theirs.next().then(({ done }) => {
      told = !done;
    });
    const began = Date.now();
    await begin("Is anybody there?");
    expect(await news).toBe(false);
    expect(heard - began).toBeLessThan(1500);
    stop.abort();
    await silence;
    expect(told).toBe(false);
  });
});

test("erasing a visitor leaves nothing of theirs in any table, and a receipt", async () => {
  const token = await newSession();
  const conversationId = await begin("My name is Zanzibar.", sites[0], token);
  await begin("Zanzibar again", sites[0], token);
  const kept = await begin("Somebody else");
  const receipt = await eraseVisitor(tenant.owner, { conversationId });
  expect(receipt).toMatchObject({ conversations: 2, messages: 4, sessions: 1 });
  expect(await found({ search: "Zanzibar" })).toEqual([]);
  expect(await found({ search: "Somebody else" })).toEqual([kept]);
  const answer = await call(gateway, "POST", "/conversations", {
    body: { siteKey: tenant.siteKey, message: "x" },
    headers: { authorization: `Bearer ${token}` },
  });
  expect(answer.status).toBe(401);
  // Whatever table is added: what names a conversation is erased with it.
  const left = await tenant.owner.database.sql(async (sql) => {
    const { rows } = await sql.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.columns
        WHERE column_name = 'conversation_id' AND table_schema = current_schema()
          AND table_name NOT IN ('conversation_change', 'file_removal')`,
    );
    expect(rows.length).toBeGreaterThanOrEqual(5);
    const left: string[] = [];
    for (const { name } of rows) {
      const text = `SELECT 1 FROM ${name} WHERE conversation_id = $1`;
      if ((await sql.query(text, [conversationId])).rows.length > 0) left.push(name);
    }
    return left;
  });
  expect(left).toEqual([]);
});
