// Where the page asks for consent, nothing of the visitor's leaves it before they agreed to a text they could read.
import { expect, test } from "vitest";
import { ask, expectCitedAnswer, gateway, messages, openBrowser, page, script, tag, visit } from "./browser";

openBrowser();

const keys = () => page.evaluate(() => Object.keys(sessionStorage).concat(Object.keys(localStorage)).sort());
const agree = () => page.getByText("Agree and start");
const jwt = `e30.${Buffer.from(JSON.stringify({ userId: "usr_1", exp: 4_000_000_000 })).toString("base64url")}.c2ln`;
const identified = () =>
  `${script}<script>Gatehouse.init({ siteKey: "pub_x", apiUrl: "${gateway.origin}", consent: "required", jwt: "${jwt}" })</script>`;

test("the tenant's text, and nothing of the visitor's is sent or stored before they agree", async () => {
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
  await agree().click();
  await expectCitedAnswer();
  expect(messages()).toHaveLength(1);
});

test("in the page's own words: nothing is sent at all before the visitor agrees", async () => {
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

test("the user's identity token stays in the page until they agree", async () => {
  await visit(identified());
  await page.locator(".launcher").click();
  await agree().waitFor();
  await page.locator(".consent").getByText("You are about to chat").waitFor();
  expect(gateway.seen.map((one) => [one.path, one.headers.authorization])).toEqual([["/widget", undefined]]);
  await agree().click();
  await ask("Hello?");
  await expectCitedAnswer();
  expect(messages()[0]?.headers.authorization).toBe(`Bearer ${jwt}`);
});

test("nobody agrees to a text that is still on its way", async () => {
  gateway.settings.consentText = "We keep chats for 30 days.";
  let release = () => {};
  await page.route(/\/api\/v1\/widget/, async (route) => {
    await new Promise<void>((done) => {
      release = done;
    });
    await route.continue();
  });
  await visit(identified());
  await page.locator(".launcher").click();
  await expect.poll(() => agree().getAttribute("aria-disabled")).toBe("true");
  await agree().click({ force: true });
  await page.waitForTimeout(100);
  expect(await page.locator("textarea").isVisible()).toBe(false);
  release();
  await page.getByText("We keep chats for 30 days.").waitFor();
  expect(await agree().getAttribute("aria-disabled")).toBe("false");
  await agree().click();
  await page.locator("textarea").waitFor();
});

test("where the settings cannot be had, the widget's own text is agreed to", async () => {
  gateway.refusal = { status: 500, code: "unexpected" };
  await visit(identified());
  await page.locator(".launcher").click();
  await page.locator(".consent").getByText("You are about to chat").waitFor();
  expect(gateway.seen.map((one) => one.headers.authorization)).toEqual([undefined]);
  await agree().click();
  gateway.refusal = null;
  await ask("Hello?");
  await expectCitedAnswer();
});
