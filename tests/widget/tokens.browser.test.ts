import { describe, expect, test } from "vitest";
import { ask, expectCitedAnswer, gateway, messages, openBrowser, page, script, sessions, tag, visit } from "./browser";

openBrowser();

describe("tokens", () => {
  test("a 401 renews once, however many wait, and each request is tried again once", async () => {
    await visit(tag(`data-use-jwt="true"`));
    await ask("One?");
    await expectCitedAnswer();
    gateway.expired.add("session-token-1");
    gateway.seen.length = 0;
    await ask("Two?");
    await expect.poll(() => page.locator(".sources").count()).toBe(2);
    expect(sessions()).toHaveLength(1);
    expect(sessions()[0]?.headers.authorization).toBe("Bearer session-token-1");
    const tries = messages();
    expect(tries.map((one) => one.headers.authorization)).toEqual(["Bearer session-token-1", "Bearer session-token-3"]);
    expect(tries[0]?.body.nonce).toBe(tries[1]?.body.nonce);
  });

  test("a token near its end is renewed before it is used", async () => {
    await visit(tag(`data-use-jwt="true"`));
    await page.clock.install();
    await ask("One?");
    await page.clock.runFor(1000);
    await expectCitedAnswer();
    await page.clock.fastForward(55 * 60_000 + 30_000);
    await expect.poll(() => sessions().length).toBe(2);
    expect(sessions()[1]?.headers.authorization).toBe("Bearer session-token-1");
  });

  test("the console can demand sessions of a page that did not ask for them", async () => {
    gateway.settings.demand = "session";
    await visit(tag());
    await ask("Hello?");
    await expectCitedAnswer();
    expect(sessions()).toHaveLength(1);
  });

  test("onTokenRefresh failing says so and fires error", async () => {
    await visit(`${script}<script>
      window.failures = [];
      document.addEventListener("gatehouse:error", (e) => failures.push(e.detail.code));
      Gatehouse.init({ siteKey: "pub_x", apiUrl: "${gateway.origin}", jwt: "a.b.c", onTokenRefresh: () => Promise.reject("no") });
    </script>`);
    gateway.expired.add("a.b.c");
    await ask("Hello?");
    await page.locator(".failure").waitFor();
    expect(await page.locator(".failure p").textContent()).toBe("Session expired. Please try again.");
    expect(await page.evaluate("failures")).toEqual(["token_expired"]);
  });

  const jwt = (userId: string, lifetimeSeconds = 3600) => {
    const iat = Math.floor(Date.now() / 1000);
    const claims = { userId, iat, exp: iat + lifetimeSeconds };
    return `e30.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.c2ln`;
  };
  const init = (more: string) =>
    `${script}<script>Gatehouse.init({ siteKey: "pub_x", apiUrl: "${gateway.origin}", ${more} })</script>`;

  test("identify and updateJwt: from the next request on with the new token", async () => {
    await visit(tag());
    await ask("One?");
    await expectCitedAnswer();
    const [first, second] = [jwt("usr_1"), jwt("usr_1", 3000)];
    await page.evaluate((token) => window.Gatehouse.identify({ jwt: token }), first);
    await ask("Two?");
    await expect.poll(() => messages().at(-1)?.headers.authorization).toBe(`Bearer ${first}`);
    expect(await page.evaluate("Gatehouse.isTokenValid()")).toBe(true);
    await page.evaluate((token) => window.Gatehouse.updateJwt(token), second);
    await ask("Three?");
    await expect.poll(() => messages().at(-1)?.headers.authorization).toBe(`Bearer ${second}`);
    await expect.poll(() => page.locator(".sources").count()).toBe(3);
    expect(messages().at(-1)?.path).toBe("/conversations/c_1");
  });

  test("waking from sleep: a token that ended meanwhile is renewed before anything is asked, once", async () => {
    await page.clock.install();
    await visit(
      init(
        `jwt: "${jwt("usr_1")}", onTokenRefresh: () => { window.asked = (window.asked ?? 0) + 1; return "${jwt("usr_1", 36_000)}" }`,
      ),
    );
    await page.locator(".launcher").click();
    await page.clock.runFor(2000);
    expect(await page.evaluate("window.asked")).toBeUndefined();
    // The lid was closed: no timer ran, the clock did.
    await page.clock.setSystemTime(Date.now() + 2 * 3600_000);
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    await expect.poll(() => page.evaluate("window.asked")).toBe(1);
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    await page.clock.runFor(30_000);
    expect(await page.evaluate("window.asked")).toBe(1);
  });

  test("however many requests are refused at once, one renewal serves them all", async () => {
    gateway.settings.features = { feedback: true, uploads: true };
    const old = jwt("usr_1");
    const next = jwt("usr_1", 7200);
    await visit(
      init(
        `jwt: "${old}", onTokenRefresh: () => new Promise((done) => { window.asked = (window.asked ?? 0) + 1; setTimeout(done, 4000, "${next}") })`,
      ),
    );
    await ask("One?");
    await expectCitedAnswer();
    gateway.expired.add(old);
    gateway.seen.length = 0;
    await page.getByRole("button", { name: "Good answer" }).click();
    await page.locator("[aria-label='Conversation menu']").click();
    await page.locator(".menu").getByText("Download transcript", { exact: true }).click();
    await ask("Two?");
    await expect.poll(() => page.locator(".sources").count(), { timeout: 15_000 }).toBe(2);
    const by = (token: string) => gateway.seen.filter((one) => one.headers.authorization === `Bearer ${token}`);
    await expect.poll(() => by(next).length).toBe(3);
    expect(by(old)).toHaveLength(3);
    expect(await page.evaluate("window.asked")).toBe(1);
  });
});
