import { describe, expect, test } from "vitest";
import {
  ask,
  context,
  expectCitedAnswer,
  gateway,
  messages,
  openBrowser,
  page,
  script,
  sessions,
  shell,
  site,
  tag,
  visit,
} from "./browser";

openBrowser();

describe("storage and consent", () => {
  const keys = () => page.evaluate(() => Object.keys(sessionStorage).concat(Object.keys(localStorage)).sort());

  test("nothing is stored before the first open; a reload keeps the conversation", async () => {
    await visit(tag(`data-use-jwt="true"`));
    await page.waitForTimeout(300);
    expect(await keys()).toEqual([]);
    await ask("Hello?");
    await expectCitedAnswer();
    expect(await keys()).toEqual(["gatehouse:pub_x:conversation", "gatehouse:pub_x:messages", "gatehouse:pub_x:token"]);
    expect(await context.cookies()).toEqual([]);
    await page.reload();
    await page.locator(".launcher").click();
    await expectCitedAnswer();
    expect(await page.locator(".bubble").textContent()).toBe("Hello?");
    await ask("And?");
    await expect.poll(() => messages().length).toBe(2);
    expect(messages()[1]?.path).toBe(`/conversations/${await page.evaluate("Gatehouse.getConversationId()")}`);
    expect(sessions()).toHaveLength(1);
  });

  test("a reload in the middle of an answer asks again with the same nonce", async () => {
    await visit(tag());
    gateway.plans.push(() => new Promise(() => {}));
    await ask("Hello?");
    await expect.poll(() => messages().length).toBe(1);
    await page.reload();
    await page.locator(".launcher").click();
    await expectCitedAnswer();
    expect(messages()[1]?.body.nonce).toBe(messages()[0]?.body.nonce);
    expect(await page.locator(".message").count()).toBe(2);
  });

  test("another user never sees what the last one wrote", async () => {
    const jwt = (userId: string) => `e30.${Buffer.from(JSON.stringify({ userId })).toString("base64url")}.c2ln`;
    await visit(
      `${script}<script>Gatehouse.init({ siteKey: "pub_x", apiUrl: "${gateway.origin}", jwt: location.hash.slice(1) || "${jwt("usr_1")}" })</script>`,
    );
    await ask("My secret");
    await expectCitedAnswer();
    await page.evaluate((token) => {
      location.hash = token;
      location.reload();
    }, jwt("usr_2"));
    await page.waitForLoadState();
    await page.locator(".launcher").click();
    await page.waitForTimeout(200);
    expect(await page.locator(".message").count()).toBe(0);
  });

  test("works where storage throws", async () => {
    await page.addInitScript(() => {
      Object.defineProperty(window, "sessionStorage", {
        get() {
          throw new DOMException("denied", "SecurityError");
        },
      });
    });
    await visit(tag(`data-use-jwt="true"`));
    await ask("Hello?");
    await expectCitedAnswer();
    await ask("And?");
    await expect.poll(() => messages().at(-1)?.path).toMatch(/^\/conversations\/c_/);
  });

  test("consent: the tenant's text, and nothing of the visitor's is sent or stored before they agree", async () => {
    gateway.settings.consentText = "We keep chats for 30 days.";
    await visit(tag(`data-consent="required" data-use-jwt="true"`));
    await page.locator(".launcher").click();
    await page.getByText("We keep chats for 30 days.").waitFor();
    await page.evaluate("Gatehouse.send('Hello?')");
    await page.waitForTimeout(200);
    expect(gateway.seen.map((one) => [one.path, one.headers.authorization, one.body])).toEqual([
      ["/widget", undefined, {}],
    ]);
    expect(await keys()).toEqual([]);
    await page.getByText("Agree and start").click();
    await expectCitedAnswer();
    expect(messages()).toHaveLength(1);
  });

  test("consent in the page's own words: nothing is sent at all before the visitor agrees", async () => {
    await visit(tag(`data-consent="required" data-strings='{"consentText":"May we?"}'`));
    await page.locator(".launcher").click();
    await page.getByText("May we?").waitFor();
    await page.waitForTimeout(200);
    expect(gateway.seen).toEqual([]);
    expect(await keys()).toEqual([]);
    await page.keyboard.press("Enter");
    await page.locator("textarea").waitFor();
    await ask("Hello?");
    await expectCitedAnswer();
  });

  test("logout reaches the other tabs", async () => {
    const address = site.page(shell(tag()));
    const other = await context.newPage();
    await page.goto(address);
    await other.goto(address);
    await ask("Hello?");
    await expectCitedAnswer();
    await other.evaluate("Gatehouse.logout()");
    await expect.poll(() => page.locator(".message").count()).toBe(0);
    expect(await keys()).toEqual([]);
  });
});
