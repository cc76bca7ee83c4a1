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
    const kept = ["conversation", "look", "messages", "token"].map((name) => `gatehouse:pub_x:${name}`);
    expect(await keys()).toEqual(kept);
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

  test("later pages of a tab show the console's colour at once, before they ask for it", async () => {
    gateway.settings.primaryColor = "#7c3aed";
    await visit(tag());
    const color = () => page.locator(".launcher").evaluate((node) => getComputedStyle(node).backgroundColor);
    const usual = await color();
    await page.locator(".launcher").click();
    await expect.poll(color).not.toBe(usual);
    const told = await color();
    gateway.seen.length = 0;
    const go = { again: () => page.reload(), on: () => page.evaluate("location.assign(location.href + '?next')") };
    for (const [way, leave] of Object.entries(go)) {
      const loaded = page.waitForEvent("load");
      await leave();
      await loaded;
      await page.locator(".launcher").waitFor();
      expect(await color(), way).toBe(told);
    }
    expect(gateway.seen).toEqual([]);
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
