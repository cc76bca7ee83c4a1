import { describe, expect, test } from "vitest";
import { ask, expectCitedAnswer, gateway, messages, openBrowser, page, script, sessions, visit } from "./browser";

openBrowser();

describe("snippets of others, only the addresses changed", () => {
  const config = () => `<script>
    window.SpectrumChatConfig = {
      apiUrl: '${gateway.origin}/api/v1/conversations',
      siteKey: 'pub_mysite_x8k9p2',
      useJWT: true,
      title: 'Customer Support',
      enableCitations: true,
      primaryColor: '#2563eb',
      debug: false
    };
    </script>`;

  test("global mode with session tokens", async () => {
    await visit(script, config());
    await ask("Hello?");
    await expectCitedAnswer();
    expect(sessions()).toHaveLength(1);
    expect(sessions()[0]?.body).toMatchObject({ siteKey: "pub_mysite_x8k9p2" });
    expect(messages()[0]?.headers.authorization).toBe("Bearer session-token-1");
    const color = await page.locator(".launcher").evaluate((node) => getComputedStyle(node).backgroundColor);
    expect(color).toMatch(/^color\(srgb 0\.14\d+ 0\.38\d+ 0\.92\d+\)$/);
  });

  test("programmatic control: the widget is there by DOMContentLoaded", async () => {
    await visit(
      `<button id="logout-btn">Log out</button>${config()}${script}<script>
      document.addEventListener('DOMContentLoaded', () => {
        const chat = window.SpectrumChatGlobal;
        window.said = [chat.isTokenValid(), chat.getSessionId(), chat.getConversationId(), chat.getTokenData()];
        setTimeout(() => { chat.open(); }, 200);
        document.getElementById('logout-btn').addEventListener('click', () => { chat.clearSession(); });
      });</script>`,
    );
    expect(await page.evaluate("said")).toEqual([false, null, null, null]);
    await page.locator(".panel").waitFor();
    await ask("Hello?");
    await expectCitedAnswer();
    const state =
      "[SpectrumChatGlobal.isTokenValid(), SpectrumChatGlobal.getSessionId(), SpectrumChatGlobal.getConversationId()]";
    expect(await page.evaluate(state)).toEqual([true, "session-1", "c_2"]);
    await page.locator("#logout-btn").click();
    expect(await page.evaluate(state)).toEqual([false, null, null]);
    await expect.poll(() => gateway.seen.at(-1)?.path).toBe("/sessions/current");
  });

  test("AISupportWidget.init with a tenant key, an identity and onTokenRefresh", async () => {
    const jwt = (left: number) => {
      const now = Math.floor(Date.now() / 1000);
      const claims = { tenantId: "ten_x", userId: "usr_1", iat: now + left - 3600, exp: now + left };
      return `e30.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.c2ln`;
    };
    const [first, second] = [jwt(3000), `${jwt(3600)}2`];
    await visit(`${script}<script>
      window.refreshed = 0;
      AISupportWidget.init({
        tenantKey: 'ten_your_key', apiUrl: '${gateway.origin}',
        jwt: '${first}',
        onTokenRefresh: async () => { window.refreshed++; return '${second}'; },
      });</script>`);
    gateway.expired.add(first);
    await ask("Hello?");
    await expectCitedAnswer();
    expect(gateway.seen[0]?.headers.authorization).toBe(`Bearer ${first}`);
    expect(messages().map((one) => one.headers.authorization)).toEqual([`Bearer ${first}`, `Bearer ${second}`]);
    expect(messages()[1]?.body.siteKey).toBe("ten_your_key");
    expect(await page.evaluate("refreshed")).toBe(1);
    expect(sessions()).toHaveLength(0);
  });
});
