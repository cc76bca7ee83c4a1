// The widget goes away in the middle of something, and comes back.
import { expect, test } from "vitest";
import { answer, ask, context, expectCitedAnswer, gateway, messages, openBrowser, page, tag, visit } from "./browser";
import { event, openStream, quote, refuseWith, say } from "./stand-in-answers";

openBrowser();

const remount = () =>
  page.evaluate((apiUrl) => {
    window.Gatehouse.destroy();
    window.Gatehouse.init({ siteKey: "pub_x", apiUrl });
  }, gateway.origin);

test("while a person may answer: no stream is open or opened afterwards", async () => {
  gateway.settings.features = { escalation: true };
  await visit(tag());
  await ask("Hello?");
  await expectCitedAnswer();
  await page.locator("[aria-label='Conversation menu']").click();
  await page.locator(".menu").getByText("Talk to a person", { exact: true }).click();
  await page.getByRole("button", { name: "Ask for a person" }).click();
  await expect.poll(() => gateway.watchers.length).toBe(1);
  await page.evaluate("Gatehouse.destroy()");
  await expect.poll(() => gateway.watchers.length).toBe(0);
  const asked = gateway.seen.length;
  await page.waitForTimeout(2500);
  expect(gateway.seen.length).toBe(asked);
});

test("in the middle of an answer: the next widget on the page has the whole of it", async () => {
  await visit(tag());
  gateway.plans.push(async (response, { conversationId }) => {
    openStream(response);
    event(response, "message.start", { conversationId, messageId: "m_1", questionId: "m_0" });
    event(response, "message.delta", { text: "You can" });
    await new Promise(() => {});
  });
  await ask("Hello?");
  await answer().getByText("You can").waitFor();
  await remount();
  await page.locator(".launcher").click();
  await expect.poll(() => gateway.watchers.length).toBe(1);
  gateway.tell("message.done", quote("c_1"));
  await expectCitedAnswer();
  expect(messages()).toHaveLength(1);
});

test("with a question that still waits: it is sent by the next widget, not by the one that is gone", async () => {
  await visit(tag());
  gateway.plans.push(say("word ".repeat(200), 20));
  await ask("One?");
  await answer().getByText("word word").waitFor();
  await page.evaluate("Gatehouse.send('Two?')");
  await page.evaluate("Gatehouse.destroy()");
  await page.waitForTimeout(500);
  expect(messages().map(({ body }) => body.message)).toEqual(["One?"]);
});

test("a failed and a stopped answer are that after a reload, each to be tried again", async () => {
  await visit(tag());
  gateway.plans.push(refuseWith(500, "unexpected"), say("word ".repeat(400), 20));
  await ask("One?");
  await answer().locator(".failure").waitFor();
  await ask("Two?");
  await answer().getByText("word word").waitFor();
  await page.getByRole("button", { name: "Stop answering" }).click();
  await answer().getByText("Stopped").waitFor();
  await page.reload();
  await page.locator(".launcher").click();
  await answer().getByText("Stopped").waitFor();
  expect(await page.locator(".failure p").textContent()).toBe("An error occurred. Please try again later.");
  expect(await page.locator(".message").count()).toBe(4);
  // The earlier one, further up: its answer stands below its question.
  await page.locator(".failure").getByRole("button", { name: "Try again" }).click();
  await page.locator(".sources").waitFor();
  const order = () => page.locator(".message").evaluateAll((all) => all.map((one) => one.textContent?.slice(0, 9)));
  expect((await order()).map((one) => one?.trim())).toEqual(["You: One?", "Assistant", "You: Two?", "Assistant"]);
  expect(await page.locator(".message").nth(1).locator(".sources").count()).toBe(1);
  expect(messages().map(({ body }) => body.message)).toEqual(["One?", "Two?", "One?"]);
  expect(messages()[2]?.body.nonce).toBe(messages()[0]?.body.nonce);
  await answer().getByRole("button", { name: "Try again" }).click();
  await expect.poll(() => messages().at(-1)?.body.nonce).toBe(messages()[1]?.body.nonce);
  await expect.poll(() => page.getByText("Stopped").count()).toBe(0);
});

test("after its end a conversation is over, and the next one is open", async () => {
  gateway.settings.features = { escalation: true };
  await visit(tag());
  await ask("Hello?");
  await expectCitedAnswer();
  const menu = page.locator("[aria-label='Conversation menu']");
  await menu.click();
  await page.locator(".menu").getByText("End conversation", { exact: true }).click();
  await page.locator("form").getByRole("button", { name: "End conversation" }).click();
  await page.locator(".note").waitFor();
  gateway.plans.push(refuseWith(409, "conversation_closed"));
  await ask("And?");
  await expect.poll(() => page.locator(".sources").count()).toBe(2);
  await menu.click();
  const offered = await page.locator(".menu button").allTextContents();
  expect(offered).toContain("End conversation");
  expect(offered).toContain("Talk to a person");
});

test("opened without a connection it recovers by itself", async () => {
  await visit(tag());
  await page.evaluate("new Promise((done) => setTimeout(done, 600))");
  await context.setOffline(true);
  await page.locator(".launcher").click();
  await page.locator(".warning").getByText("Unable to connect to chat service.").waitFor();
  await context.setOffline(false);
  await page.locator("h2").getByText("Example Help").waitFor();
  expect(await page.locator(".warning").textContent()).toBe("");
});
