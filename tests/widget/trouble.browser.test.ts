import { describe, expect, test } from "vitest";
import { answer, ask, context, expectCitedAnswer, gateway, messages, openBrowser, page, tag, visit } from "./browser";
import { event, openStream, quote, refuseWith, reply, say } from "./stand-in-answers";

openBrowser();

describe("what goes wrong", () => {
  const sentences: [status: number, code: string, sentence: string][] = [
    [403, "origin_not_allowed", "This domain is not authorized to use this chat service."],
    [403, "https_required", "This chat service requires a secure connection (HTTPS)."],
    [403, "origin_mismatch", "Session security error. Please refresh the page."],
    [404, "site_key_invalid", "Chat service is currently unavailable."],
    [500, "unexpected", "An error occurred. Please try again later."],
    [503, "answer_unavailable", "An error occurred. Please try again later."],
  ];
  test("each failure has its sentence, and trying again sends the same nonce", async () => {
    await visit(tag());
    for (const [status, code, sentence] of sentences) {
      gateway.seen.length = 0;
      gateway.plans.push(refuseWith(status, code));
      await ask(`What about ${code}?`);
      await answer().locator(".failure").waitFor();
      expect(await answer().locator(".failure p").textContent()).toBe(sentence);
      expect(await page.evaluate("Gatehouse.diagnose().code")).toBe(code);
      await answer().getByRole("button", { name: "Try again" }).click();
      await answer().locator(".sources").waitFor();
      const [first, second] = messages();
      expect(first?.body.nonce).toBe(second?.body.nonce);
    }
  });

  test("no connection", async () => {
    await visit(tag(`data-consent="required"`).replace(gateway.origin, "http://127.0.0.1:9"));
    await page.locator(".launcher").click();
    await page.getByText("Agree and start").click();
    await ask("Hello?");
    await page.locator(".failure").waitFor();
    expect(await page.locator(".failure p").textContent()).toBe(
      "Unable to connect to chat service. Please check your internet connection.",
    );
  });

  test("a stream that ends early, breaks or says an error: the sentence for 500", async () => {
    await visit(tag());
    gateway.plans.push(
      (response, { conversationId }) => {
        openStream(response);
        event(response, "message.start", { conversationId, messageId: "m_1" });
        event(response, "message.delta", { text: "You can" });
        setTimeout(() => response.end(), 20);
      },
      (response) => {
        openStream(response);
        event(response, "message.delta", { text: "You can" });
        setTimeout(() => response.destroy(), 20);
      },
      (response) => {
        openStream(response);
        event(response, "error", { code: "answer_unavailable", status: 503 });
        response.end();
      },
    );
    for (const question of ["One?", "Two?", "Three?"]) {
      await ask(question);
      await answer().locator(".failure").waitFor();
      expect(await answer().locator(".failure p").textContent()).toBe("An error occurred. Please try again later.");
    }
  });

  test("a whole JSON answer from a proxy that holds streams back", async () => {
    await visit(tag());
    gateway.plans.push((response, { conversationId }) => reply(response, 201, quote(conversationId)));
    await ask("Hello?");
    await expectCitedAnswer();
  });

  test("a lost conversation is begun anew with the same message and nonce", async () => {
    await visit(tag());
    await ask("One?");
    await expectCitedAnswer();
    gateway.lost.add("c_1");
    gateway.seen.length = 0;
    await ask("Two?");
    await expect.poll(() => page.locator(".sources").count()).toBe(2);
    expect(await page.locator(".note").textContent()).toBe("Conversation expired. Starting a new conversation.");
    expect(messages().map((one) => one.path)).toEqual(["/conversations/c_1", "/conversations"]);
    expect(messages()[0]?.body).toEqual(messages()[1]?.body);
    expect(await page.evaluate("Gatehouse.getConversationId()")).toBe("c_2");
  });

  test("a moderated message is answered and the conversation goes on", async () => {
    await visit(tag());
    gateway.plans.push((response, { conversationId }) =>
      reply(response, 200, { ...quote(conversationId, "Let us keep it friendly."), moderation: { flagged: true } }),
    );
    await ask("…");
    await answer().getByText("Let us keep it friendly.").waitFor();
    await ask("Hello?");
    await expectCitedAnswer();
  });

  test("offline, the message waits and is sent once", async () => {
    await visit(tag());
    await page.locator(".launcher").click();
    await context.setOffline(true);
    await ask("Hello?");
    await page.getByText("You are offline.").waitFor();
    expect(messages()).toHaveLength(0);
    await context.setOffline(false);
    await expectCitedAnswer();
    expect(messages()).toHaveLength(1);
    expect(await page.getByText("You are offline.").count()).toBe(0);
  });

  test("stop while the answer is written; the next question goes on", async () => {
    await visit(tag());
    gateway.plans.push(say("word ".repeat(400), 20));
    await ask("Hello?");
    await answer().getByText("word word").waitFor();
    await page.getByRole("button", { name: "Stop answering" }).click();
    await answer().getByText("Stopped").waitFor();
    await ask("Again?");
    await expectCitedAnswer();
    expect(messages()[1]?.path).toBe("/conversations/c_1");
  });
});
