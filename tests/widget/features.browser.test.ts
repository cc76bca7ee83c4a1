import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { answer, ask, expectCitedAnswer, gateway, messages, openBrowser, page, sessions, tag, visit } from "./browser";
import { quote, say } from "./stand-in-answers";

openBrowser();

const acts = (tail: string) => gateway.seen.filter((one) => one.path.endsWith(tail));
const menu = async (item: string) => {
  await page.locator("[aria-label='Conversation menu']").click();
  await page.locator(".menu").getByText(item, { exact: true }).click();
};
const everything = { uploads: true, escalation: true, feedback: true };

describe("what can be done to a conversation", () => {
  test("nothing that the tenant did not switch on is offered", async () => {
    await visit(tag());
    await ask("Hello?");
    await expectCitedAnswer();
    expect(await page.getByRole("button", { name: "Good answer" }).count()).toBe(0);
    expect(await page.getByRole("button", { name: "Attach a file" }).isVisible()).toBe(false);
    await page.locator("[aria-label='Conversation menu']").click();
    await page.locator(".menu").waitFor();
    expect(await page.locator(".menu button").allTextContents()).toEqual([
      "Download transcript",
      "End conversation",
      "Delete conversation",
      "New conversation",
    ]);
  });

  test("thumbs tell the gateway, keep the focus and survive a reload; a refusal takes them back", async () => {
    gateway.settings.features = everything;
    await visit(tag());
    await ask("Hello?");
    await expectCitedAnswer();
    const good = page.getByRole("button", { name: "Good answer" });
    await good.click();
    await expect.poll(() => acts("/feedback").at(-1)?.body).toMatchObject({ messageId: "m_1", value: "positive" });
    expect(await good.getAttribute("aria-pressed")).toBe("true");
    await page.reload();
    await page.locator(".launcher").click();
    await expect.poll(() => good.getAttribute("aria-pressed")).toBe("true");
    gateway.refusal = { status: 500, code: "unexpected" };
    await page.getByRole("button", { name: "Bad answer" }).click();
    await page.locator(".warning").getByText("An error occurred.").waitFor();
    expect(await good.getAttribute("aria-pressed")).toBe("true");
  });

  test("a person is asked for, answers live, and the badge counts what came while the panel was closed", async () => {
    gateway.settings.features = everything;
    await visit(tag());
    await ask("Hello?");
    await expectCitedAnswer();
    await menu("Talk to a person");
    await page.getByLabel("E-mail").fill("nobody");
    await page.getByRole("button", { name: "Ask for a person" }).click();
    expect(acts("/escalate")).toEqual([]);
    await page.getByLabel("E-mail").fill("me@example.com");
    await page.getByRole("button", { name: "Ask for a person" }).click();
    await page.locator(".note").getByText("We have told our team.").waitFor();
    expect(acts("/escalate")[0]?.body).toMatchObject({ email: "me@example.com" });
    await expect.poll(() => page.locator("header .fine").textContent()).toBe("Waiting for a person");

    await expect.poll(() => gateway.watchers.length).toBe(1);
    const person = { ...quote("c_1", "I am **Ada**.").message, id: "m_9", author: "person" as const };
    gateway.tell("conversation.status", { conversationId: "c_1", status: "person" });
    gateway.tell("message.done", { conversationId: "c_1", message: person });
    await answer().getByText("I am Ada.").waitFor();
    expect(await page.locator("header .fine").textContent()).toBe("You are talking to a person");
    await page.keyboard.press("Escape");
    gateway.tell("message.done", {
      conversationId: "c_1",
      message: { ...person, id: "m_10", content: "Still there?" },
    });
    await page.locator(".launcher[data-unread='1']").waitFor();
    expect(await page.locator(".launcher").getAttribute("aria-label")).toBe("Open chat (1)");
    await page.locator(".launcher").click();
    await answer().getByText("Still there?").waitFor();
    expect(await page.locator(".launcher[data-unread]").count()).toBe(0);
    // The stream breaks and comes back after the last message, which is not shown twice.
    gateway.hangUp();
    await expect.poll(() => acts("/events").at(-1)?.query.get("after"), { timeout: 5000 }).toBe("m_10");
    gateway.tell("message.done", {
      conversationId: "c_1",
      message: { ...person, id: "m_10", content: "Still there?" },
    });
    gateway.tell("conversation.status", { conversationId: "c_1", status: "ai" });
    await page.locator("header .fine").getByText("Answers with sources").waitFor();
    expect(await page.locator(".message").getByText("Still there?").count()).toBe(1);
  });

  test("download, end with a rating, delete", async () => {
    await visit(tag());
    await ask("Hello?");
    await expectCitedAnswer();
    const coming = page.waitForEvent("download");
    await menu("Download transcript");
    const saved = await coming;
    expect(saved.suggestedFilename()).toMatch(/^Transcript-\d{4}-\d\d-\d\d\.txt$/);
    expect(await readFile(await saved.path(), "utf8")).toContain("[1] Returns and refunds https://docs.example.com");

    await menu("End conversation");
    await page.getByLabel("No", { exact: true }).check();
    await page.getByLabel("8", { exact: true }).check();
    await page.locator("form").getByRole("button", { name: "End conversation" }).click();
    await page.locator(".note").getByText("This conversation has ended.").waitFor();
    expect(acts("/close")[0]?.body).toMatchObject({ resolution: "unresolved", rating: 8 });

    await menu("Delete conversation");
    await page.locator("form").waitFor();
    await page.keyboard.press("Escape");
    expect(await page.locator("form").count()).toBe(0);
    expect(await page.locator(".panel").isVisible()).toBe(true);
    await menu("Delete conversation");
    await page.getByRole("button", { name: "Delete for good" }).click();
    await expect.poll(() => page.locator(".message").count()).toBe(0);
    expect(gateway.seen.at(-1)).toMatchObject({ method: "DELETE", path: "/conversations/c_1" });
    await expect.poll(() => page.evaluate("Gatehouse.getConversationId()")).toBeNull();
  });

  test("a file is sent; what is refused is said", async () => {
    gateway.settings.features = everything;
    await visit(tag());
    await ask("Hello?");
    await expectCitedAnswer();
    const choose = async (name: string, size: number) => {
      const chooser = page.waitForEvent("filechooser");
      await page.getByRole("button", { name: "Attach a file" }).click();
      await (await chooser).setFiles({ name, mimeType: "text/plain", buffer: Buffer.alloc(size, "x") });
    };
    await choose("notes.txt", 2000);
    await page.locator(".note").getByText("File sent: notes.txt").waitFor();
    expect(acts("/files")[0]?.headers["content-type"]).toMatch(/^multipart\/form-data; boundary=/);
    await choose("big.txt", 10 * 1024 * 1024 + 1);
    await page.locator(".warning").getByText("big.txt is too large.").waitFor();
    expect(acts("/files")).toHaveLength(1);
    gateway.refusal = { status: 415, code: "type_not_supported" };
    await choose("a.svg", 10);
    await page.locator(".warning").getByText("a.svg cannot be sent.").waitFor();
  });

  test("a demand for proof of work is answered by a session that cost it, without a word to the visitor", async () => {
    await visit(tag());
    const challenge = "round-and-round";
    gateway.challenge = { algorithm: "sha256-leading-zero-bits", challenge, difficulty: 12 };
    await ask("Hello?");
    await expectCitedAnswer();
    const proof = sessions().at(-1)?.body.proof as { challenge: string; solution: string };
    expect(proof.challenge).toBe(challenge);
    const hash = createHash("sha256").update(`${proof.challenge}.${proof.solution}`).digest();
    expect(hash.readUInt16BE(0) >>> 4).toBe(0);
    expect(messages().map((one) => one.headers.authorization)).toEqual([undefined, "Bearer session-token-1"]);
    expect(messages()[0]?.body).toEqual(messages()[1]?.body);
    await ask("Again?");
    await expect.poll(() => page.locator(".sources").count()).toBe(2);
    expect(messages()).toHaveLength(3);
    // One that no work helps against is said, after one try.
    gateway.refusal = { status: 403, code: "challenge_required" };
    await ask("And again?");
    await answer().locator(".failure").getByText("An error occurred. Please try again later.").waitFor();
    expect(messages()).toHaveLength(4);
  });

  test("tables", async () => {
    await visit(tag());
    gateway.plans.push(say("| Plan | Price |\n|---|--:|\n| **Free** | 0 |\n| Pro | 9 \\| 12 |"));
    await ask("Prices?");
    await answer().locator("td").first().waitFor();
    expect(await answer().locator("th, td").allTextContents()).toEqual(["Plan", "Price", "Free", "0", "Pro", "9 | 12"]);
  });
});
