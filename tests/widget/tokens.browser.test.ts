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
});
