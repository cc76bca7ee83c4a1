// Conversations: what a member sees and presses there, and what it does.
import type { Page } from "playwright";
import { beforeAll, describe, expect, test } from "vitest";
import { getConversation } from "@/core/conversation/get-conversation";
import { listConversations } from "@/core/conversation/list-conversations";
import { call, freshGateway, identityClaims, signJwt } from "../fresh-gateway";
import { openDesk } from "./desk";
import { furnish } from "./furnish";
import { downloaded, pagesOf } from "./pages-of";

const desk = openDesk();
const pages = pagesOf(desk);

beforeAll(() => furnish(desk));

/** A visitor asks. */
async function ask(message: string, given: { token?: string; conversationId?: string } = {}) {
  const { conversationId, ...more } = given;
  const path = conversationId ? `/conversations/${conversationId}` : "/conversations";
  const body = conversationId ? { message } : { siteKey: desk.siteKey, message };
  return (await call(freshGateway(desk.product), "POST", path, { ...more, body })).json();
}

const rows = (page: Page) => page.getByRole("list", { name: "Conversations" }).getByRole("link");
const stateOf = async (id: string) => (await getConversation(desk.owner, { id })).status;
const actions = (conversationId: string) =>
  desk.owner.database.transaction((tx) =>
    tx.auditEntry.findMany({ where: { subject: conversationId }, orderBy: { sequence: "asc" } }),
  );

test("what a visitor asks appears by itself, in the list and in the conversation that is open", async () => {
  const page = await pages.open("/conversations");
  const { conversationId } = await ask("Do you wrap presents?");
  await page.locator(`a[href$="${conversationId}"]`).click();
  await page.waitForURL(`**/${conversationId}`);
  await ask("And in which colours?", { conversationId });
  await page.getByRole("list", { name: "Messages" }).getByText("And in which colours?").waitFor();
});

test("what is said while a conversation is on its way to the page is there when it comes", async () => {
  const page = await pages.open("/conversations");
  const { conversationId } = await ask("Do you mend zips?");
  const row = page.locator(`a[href$="${conversationId}"]`);
  await row.waitFor();
  let isAsked = false;
  await page.route(new RegExp(`${conversationId}\\?.*_rsc=`), async (route) => {
    if (isAsked || route.request().headers()["next-router-prefetch"]) return route.continue();
    isAsked = true;
    const response = await route.fetch();
    await ask("And buttons?", { conversationId });
    // Long enough for the news to have come when there is nothing yet that could hear it.
    await page.waitForTimeout(2000);
    await route.fulfill({ response });
  });
  await row.click();
  await page.getByRole("list", { name: "Messages" }).getByText("And buttons?").waitFor();
});

describe("the list", () => {
  const choices = [
    ["Status", "waiting", { status: "waiting" }],
    ["Status", "person", { status: "person" }],
    ["Status", "ai", { status: "ai" }],
    ["Show", "unanswered", { unanswered: true }],
    ["Show", "flagged", { flagged: true }],
    ["Visitor", "verified", { verified: true }],
    ["Visitor", "anonymous", { verified: false }],
    ["Origin", "https://www.example.com", { origin: "https://www.example.com" }],
  ] as const;
  test("is narrowed by what is chosen; the address says it and going back undoes it", async () => {
    const page = await pages.open("/conversations");
    for (const [label, value, filter] of choices) {
      await page.getByLabel(label, { exact: true }).selectOption(value);
      await page.waitForURL((url) => [...url.searchParams.values()].includes(value));
      const { conversations } = await listConversations(desk.owner, filter);
      await expect.poll(() => rows(page).count(), { message: `${label}: ${value}` }).toBe(conversations.length);
      await page.goBack();
      await expect.poll(() => page.getByLabel(label, { exact: true }).inputValue()).toBe("");
    }
  });

  test("is searched as one types; the address opens the same list elsewhere", async () => {
    const page = await pages.open("/conversations");
    await page.getByLabel("Search conversations").fill("iceland");
    await page.waitForURL(/q=iceland/);
    const { conversations } = await listConversations(desk.owner, { search: "iceland" });
    expect(conversations.length).toBeGreaterThan(0);
    await expect.poll(() => rows(page).count()).toBe(conversations.length);
    const other = await pages.open("/conversations?q=iceland");
    await expect.poll(() => rows(other).count()).toBe(conversations.length);
    expect(await other.getByLabel("Search conversations").inputValue()).toBe("iceland");
    await page.getByLabel("Search conversations").fill("zzzzz");
    await page.getByRole("button", { name: "Clear search and filters" }).click();
    await expect.poll(() => rows(page).count()).toBeGreaterThan(conversations.length);
    expect(await page.getByLabel("Search conversations").inputValue()).toBe("");
  });

  test("j, k and / move through it", async () => {
    const page = await pages.open("/conversations");
    await rows(page).first().waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute("href"));
    await page.keyboard.press("j");
    const first = await focused();
    expect(first).toBe(await rows(page).first().getAttribute("href"));
    await page.keyboard.press("j");
    expect(await focused()).not.toBe(first);
    await page.keyboard.press("k");
    expect(await focused()).toBe(first);
    await page.keyboard.press("/");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("Search conversations");
  });
});

describe("a conversation", () => {
  test("is taken over, answered in person and returned: the assistant is silent meanwhile", async () => {
    const { conversationId } = await ask("How long can I return an item?");
    const page = await pages.open(`/conversations/${conversationId}`);
    await page.getByRole("button", { name: "Take over", exact: true }).click();
    await expect.poll(() => stateOf(conversationId)).toBe("person");
    const silent = await ask("Who pays for the parcel?", { conversationId });
    expect(silent.message.author).toBe("system");
    await page.getByLabel("Your answer").fill("We do, always.");
    await page.getByLabel("Your answer").press("Control+Enter");
    await page.getByRole("list", { name: "Messages" }).getByText("We do, always.").waitFor();
    expect(await page.getByLabel("Your answer").inputValue()).toBe("");
    const { messages } = await getConversation(desk.owner, { id: conversationId });
    expect(messages.at(-1)).toMatchObject({ author: "person", content: "We do, always." });
    await page.getByRole("button", { name: "Return to AI" }).click();
    await expect.poll(() => stateOf(conversationId)).toBe("ai");
    expect((await ask("How long can I return an item?", { conversationId })).message.grounded).toBe(true);
    const done = (await actions(conversationId)).map(({ action }) => action);
    expect(done).toEqual(["conversation.taken-over", "conversation.answered", "conversation.returned"]);
  });

  test("is taken over by the first answer that is sent", async () => {
    const { conversationId } = await ask("How long can I return an item?");
    const page = await pages.open(`/conversations/${conversationId}`);
    await page.getByLabel("Your answer").fill("Hello from the team.");
    await page.getByRole("button", { name: "Take over and send" }).click();
    await expect.poll(() => stateOf(conversationId)).toBe("person");
  });

  test("is closed, which can be undone and taken back later", async () => {
    const { conversationId } = await ask("How long can I return an item?");
    const page = await pages.open(`/conversations/${conversationId}`);
    await page.getByRole("button", { name: "Close", exact: true }).click();
    await expect.poll(() => stateOf(conversationId)).toBe("closed");
    await page.getByText("This conversation is closed.").waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => stateOf(conversationId)).toBe("ai");
    await page.getByRole("button", { name: "Close", exact: true }).click();
    await page.getByRole("button", { name: "Open again" }).click();
    await expect.poll(() => stateOf(conversationId)).not.toBe("closed");
  });

  test("says what was retrieved for each answer, with scores", async () => {
    const { conversationId } = await ask("How long can I return an item?");
    const page = await pages.open(`/conversations/${conversationId}`);
    await page.getByText("What was retrieved").click();
    await page.getByText("You can return an item within 45 days").last().waitFor();
    await page.getByTitle("BM25 score").first().waitFor();
  });

  test("is exported, which is on record", async () => {
    const { conversationId } = await ask("How long can I return an item?");
    const page = await pages.open(`/conversations/${conversationId}`);
    await page.getByRole("button", { name: "More" }).click();
    const { name, text } = await downloaded(page, () => page.getByRole("menuitem", { name: "Export as JSON" }).click());
    expect(name).toBe(`conversation-${conversationId}.json`);
    const { messages } = await getConversation(desk.owner, { id: conversationId });
    expect(JSON.parse(text).messages.map(({ content }: { content: string }) => content)).toEqual(
      messages.map(({ content }) => content),
    );
    expect((await actions(conversationId)).map(({ action }) => action)).toEqual(["conversation.exported"]);
  });

  test("is erased once it is confirmed", async () => {
    const { conversationId } = await ask("Erase me, please");
    const page = await pages.open(`/conversations/${conversationId}`);
    await page.getByRole("button", { name: "More" }).click();
    await page.getByRole("menuitem", { name: "Erase conversation…" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Erase", exact: true }).click();
    await page.waitForURL(/\/conversations$/);
    await expect(getConversation(desk.owner, { id: conversationId })).rejects.toMatchObject({ code: "not_found" });
    await expect.poll(() => rows(page).filter({ hasText: "Erase me, please" }).count()).toBe(0);
  });
});

test("a visitor is erased everywhere, with a receipt of how much it was", async () => {
  const token = signJwt({ ...identityClaims(desk.tenantId), userId: "to-be-erased" }, desk.jwtSecret);
  const first = await ask("How long can I return an item?", { token });
  await ask("Who pays for the parcel?", { token });
  const page = await pages.open(`/conversations/${first.conversationId}`);
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Erase visitor everywhere…" }).click();
  await page.getByRole("button", { name: "Erase everything" }).click();
  const receipt = page.getByRole("dialog", { name: "Erased" });
  await receipt.waitFor();
  const count = (name: string) =>
    receipt
      .locator("dt", { hasText: new RegExp(`^${name}$`, "i") })
      .locator("+ dd")
      .textContent();
  expect(await count("conversations")).toBe("2");
  expect(await count("messages")).toBe("4");
  await receipt.getByRole("button", { name: "Done" }).click();
  await page.waitForURL(/\/conversations$/);
  expect((await listConversations(desk.owner, { userId: "to-be-erased" })).conversations).toEqual([]);
  expect(
    (await desk.owner.database.transaction((tx) => tx.visitor.findMany())).map(({ userId }) => userId),
  ).not.toContain("to-be-erased");
});
