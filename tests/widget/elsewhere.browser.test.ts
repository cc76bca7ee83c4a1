// One conversation in more places than this page: an earlier page of the tab, another tab.
import { expect, test } from "vitest";
import {
  answer,
  ask,
  context,
  expectCitedAnswer,
  gateway,
  messages,
  openBrowser,
  page,
  script,
  tag,
  visit,
} from "./browser";
import { event, openStream, quote } from "./stand-in-answers";

openBrowser();

test("an interrupted answer is read on, not asked for again", async () => {
  await visit(tag());
  gateway.plans.push(async (response, { conversationId }) => {
    openStream(response);
    event(response, "message.start", { conversationId, messageId: "m_1", questionId: "m_0" });
    event(response, "message.delta", { text: "You can" });
    await new Promise(() => {});
  });
  await ask("Hello?");
  await answer().getByText("You can").waitFor();
  await page.reload();
  await page.locator(".launcher").click();
  await expect.poll(() => gateway.watchers.length).toBe(1);
  expect(gateway.seen.find((one) => one.path.endsWith("/events"))?.query.get("after")).toBe("m_0");
  gateway.tell("conversation.status", { conversationId: "c_1", status: "ai" });
  gateway.tell("message.start", { conversationId: "c_1", messageId: "m_1" });
  gateway.tell("message.done", quote("c_1"));
  await expectCitedAnswer();
  expect(messages()).toHaveLength(1);
  expect(await page.locator(".message").count()).toBe(2);
});

test("two tabs show one conversation; deleting it in one deletes it in both", async () => {
  await visit(tag());
  await ask("Hello?");
  await expectCitedAnswer();
  const other = await context.newPage();
  await other.goto(page.url());
  expect(await other.evaluate("sessionStorage.length")).toBe(0);
  await other.locator(".launcher").click();
  await other.locator(".sources").waitFor();
  await other.locator("textarea").fill("And?");
  await other.keyboard.press("Enter");
  await expect.poll(() => page.locator(".sources").count()).toBe(2);
  expect(messages().map((one) => one.path)).toEqual(["/conversations", "/conversations/c_1"]);
  await page.locator("[aria-label='Conversation menu']").click();
  await page.locator(".menu").getByText("Delete conversation", { exact: true }).click();
  await page.getByRole("button", { name: "Delete for good" }).click();
  await expect.poll(() => other.locator(".message").count()).toBe(0);
});

test("tabs that were all open before anything was said are in step from the first question on", async () => {
  await visit(tag());
  const other = await context.newPage();
  await other.goto(page.url());
  await page.locator(".launcher").click();
  await other.locator(".launcher").click();
  await other.locator(".suggestion").first().waitFor();
  // The tab that was opened last asks first: nobody has told it anything yet.
  await other.locator("textarea").fill("Hello?");
  await other.keyboard.press("Enter");
  await expectCitedAnswer();
  await ask("And?");
  await expect.poll(() => other.locator(".sources").count()).toBe(2);

  // One that the gateway lost is begun anew in both.
  gateway.lost.add("c_1");
  await ask("Once more?");
  await expect.poll(() => other.locator(".sources").count()).toBe(3);
  expect(await other.evaluate("Gatehouse.getConversationId()")).toBe("c_2");
  expect(await other.locator(".note").count()).toBe(1);

  await page.locator("[aria-label='Conversation menu']").click();
  await page.locator(".menu").getByText("New conversation", { exact: true }).click();
  await expect.poll(() => other.locator(".message").count()).toBe(0);
  expect(await other.evaluate("Gatehouse.getConversationId()")).toBeNull();
});

const jwt = (userId: string) => `e30.${Buffer.from(JSON.stringify({ userId })).toString("base64url")}.c2ln`;
const init = (more: string) =>
  `${script}<script>window.user = "${jwt("usr_1")}"; Gatehouse.init({ siteKey: "pub_x", apiUrl: "${gateway.origin}", ${more} })</script>`;

test("who signs in as somebody else takes the other tabs' chat along", async () => {
  await visit(init("jwt: user"));
  await ask("My secret");
  await expectCitedAnswer();
  const other = await context.newPage();
  await other.goto(page.url());
  await other.locator(".launcher").click();
  await other.locator(".sources").waitFor();
  await other.evaluate((next) => window.Gatehouse.identify({ jwt: next }), jwt("usr_2"));
  await expect.poll(() => other.locator(".message").count()).toBe(0);
  await expect.poll(() => page.locator(".message").count()).toBe(0);
  expect(await page.evaluate("sessionStorage.getItem('gatehouse:pub_x:messages')")).toBeNull();
});

test("a renewal that brings another user's token shows nothing of the first one, and still asks", async () => {
  await visit(init("onTokenRefresh: () => window.user"));
  await ask("My secret");
  await expectCitedAnswer();
  await page.evaluate((next) => Object.assign(window, { user: next }), jwt("usr_2"));
  gateway.expired.add(jwt("usr_1"));
  await ask("What do others ask?");
  await expect.poll(() => messages().at(-1)?.headers.authorization).toBe(`Bearer ${jwt("usr_2")}`);
  await expectCitedAnswer();
  expect(await page.locator(".bubble").allTextContents()).toEqual(["What do others ask?"]);
  expect(messages().at(-1)?.path).toBe("/conversations");
});
