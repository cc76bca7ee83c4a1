// What can be done to a conversation, at the real gateway: a person, files, marks, an end, erasure, further tabs, reloads.
import pg from "pg";
import { expect, test } from "vitest";
import { getConversation } from "@/core/conversation/get-conversation";
import { replyAsPerson } from "@/core/conversation/reply-as-person";
import { takeOverConversation } from "@/core/conversation/take-over-conversation";
import { updateTenant } from "@/core/tenant/update-tenant";
import { answer, ask, context, openBrowser, page, site, visit } from "./browser";
import { openRealGateway } from "./real-gateway";

const real = await openRealGateway(() => [site.origin]);
openBrowser();

const question = "How long do I have to return items?";
const quoted = "You can return an item within 45 days of the day it arrived.";
const tag = (attributes = "") =>
  `<script src="${real.origin}/widget/v1.js" data-site-key="${real.tenant.siteKey}" ${attributes}></script>`;
const conversationId = async () => String(await page.evaluate("Gatehouse.getConversationId()"));
const stored = async () => getConversation(real.tenant.owner, { id: await conversationId() });

async function askAnd(sentence: string) {
  const before = await page.locator(".message.assistant").count();
  await ask(question);
  await expect.poll(() => page.locator(".message.assistant").count()).toBeGreaterThan(before);
  await expect.poll(() => answer().textContent(), { timeout: 10_000 }).toContain(sentence);
}
async function choose(item: string) {
  await page.locator("[aria-label='Conversation menu']").click();
  await page.locator(".menu").getByText(item, { exact: true }).click();
}

test("judged, handed to a person who answers live, with a file, ended and rated", async () => {
  await updateTenant(real.tenant.owner, { filesOn: true });
  await visit(tag());
  await askAnd(quoted);
  await page.getByRole("button", { name: "Good answer" }).click();
  await page.locator("[role=status]").getByText("Thank you for telling us.").waitFor({ state: "attached" });

  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Attach a file" }).click();
  await (await chooser).setFiles({ name: "receipt.txt", mimeType: "text/plain", buffer: Buffer.from("paid") });
  await page.locator(".note").getByText("File sent: receipt.txt").waitFor();

  await choose("Talk to a person");
  await page.getByLabel("What should they know?").fill("It broke.");
  await page.getByRole("button", { name: "Ask for a person" }).click();
  await page.locator("header .fine").getByText("Waiting for a person").waitFor();
  const { owner } = real.tenant;
  const id = await conversationId();
  await takeOverConversation(owner, { conversationId: id });
  await page.locator("header .fine").getByText("You are talking to a person").waitFor();
  await replyAsPerson(owner, { conversationId: id, text: "I will send **another**." });
  await answer().getByText("I will send another.").waitFor();

  await choose("End conversation");
  await page.getByLabel("Yes", { exact: true }).check({ force: true });
  await page.getByLabel("9", { exact: true }).check({ force: true });
  await page.locator("form").getByRole("button", { name: "End conversation" }).click();
  await page.locator(".note").getByText("This conversation has ended.").waitFor();
  expect(await stored()).toMatchObject({
    status: "closed",
    closing: { resolution: "resolved", rating: 9 },
    files: [{ name: "receipt.txt" }],
  });
  await askAnd(quoted);
  expect(await conversationId()).not.toBe(id);
});

test("two tabs and a reload show one conversation; what is deleted is gone everywhere", async () => {
  await visit(tag());
  await askAnd(quoted);
  const id = await conversationId();
  const other = await context.newPage();
  await other.goto(page.url());
  await other.locator(".launcher").click();
  await other.locator(".sources").waitFor();
  await page.reload();
  await page.locator(".launcher").click();
  await answer().getByText(quoted).waitFor();
  await askAnd(quoted);
  await expect.poll(() => other.locator(".sources").count()).toBe(2);
  expect(await other.evaluate("Gatehouse.getConversationId()")).toBe(id);
  await choose("Delete conversation");
  await page.getByRole("button", { name: "Delete for good" }).click();
  await expect.poll(() => other.locator(".message").count()).toBe(0);
  await expect(getConversation(real.tenant.owner, { id })).rejects.toThrow();
});

test("a conversation that lay idle for its time is begun anew by itself", async () => {
  await visit(tag());
  await askAnd(quoted);
  const id = await conversationId();
  real.clock.ms += 24 * 3600_000 + 1000;
  await askAnd(quoted);
  expect(await page.locator(".note").textContent()).toBe("Conversation expired. Starting a new conversation.");
  expect(await conversationId()).not.toBe(id);
  real.clock.ms = 0;
});

test("500: the gateway itself fails in the middle of a conversation, and recovers", async () => {
  await visit(tag());
  await askAnd(quoted);
  const database = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await database.connect();
  try {
    await database.query("ALTER TABLE message RENAME TO message_gone");
    await askAnd("An error occurred. Please try again later.");
    expect(await page.evaluate("Gatehouse.diagnose()")).toMatchObject({
      code: "unexpected",
      status: 500,
      link: expect.stringMatching(/\/docs\/errors\/unexpected$/),
      requestId: expect.stringMatching(/./),
    });
  } finally {
    await database.query("ALTER TABLE message_gone RENAME TO message");
    await database.end();
  }
  await answer().getByRole("button", { name: "Try again" }).click();
  await expect.poll(() => answer().textContent(), { timeout: 10_000 }).toContain(quoted);
});
