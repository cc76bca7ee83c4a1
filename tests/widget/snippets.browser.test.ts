// Snippets of others, word for word: the hosts they name are answered by our script and gateway.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { ask, expectCitedAnswer, gateway, messages, openBrowser, outDir, page, sessions, shell, site } from "./browser";

openBrowser();

const snippet = (name: string) => readFile(path.join(import.meta.dirname, "seed-snippets", `${name}.txt`), "utf8");
const script = `<script src="https://unpkg.com/@spectrumsense/spectrum-chat@latest/dist/spectrum-chat.js"></script>`;
const state = (...methods: string[]) => page.evaluate(`[${methods.map((one) => `SpectrumChatGlobal.${one}()`)}]`);

beforeEach(async () => {
  await page.route("https://unpkg.com/**", async (route) => {
    const name = path.basename(new URL(route.request().url()).pathname).replace("spectrum-chat.js", "v1.js");
    const headers = { "access-control-allow-origin": "*" };
    await route.fulfill({ path: path.join(outDir, name), contentType: "text/javascript", headers });
  });
  for (const host of ["https://your-api-domain.com", "https://api.mysite.com"]) {
    await page.route(`${host}/**`, async (route) => {
      const url = route.request().url().replace(host, gateway.origin);
      await route.fulfill({ response: await route.fetch({ url }) });
    });
  }
});

async function open(html: string) {
  await page.goto(site.page(/<!doctype/i.test(html) ? html : shell(html)));
  await page.locator(".launcher").waitFor();
}

interface Expected {
  siteKey: string;
  title: string;
  tokens: boolean;
}

const customer = "pub_customer_a1b2c3d4";
const mysite = "pub_mysite_x8k9p2";
const whole: [name: string, expected: Expected][] = [
  ["element.html", { siteKey: customer, title: "AI Assistant", tokens: false }],
  ["global-script.html", { siteKey: customer, title: "AI Assistant", tokens: false }],
  ["element-with-jwt.html", { siteKey: customer, title: "AI Assistant", tokens: true }],
  ["global-script-with-jwt.html", { siteKey: customer, title: "AI Assistant", tokens: true }],
  ["example-1-basic.html", { siteKey: mysite, title: "Help Center", tokens: false }],
  ["example-2-jwt.html", { siteKey: mysite, title: "Help Center", tokens: true }],
  ["example-3-global-jwt.html", { siteKey: mysite, title: "Customer Support", tokens: true }],
];

describe("whole snippets", () => {
  test.each(whole)("%s", async (name, { siteKey, title, tokens }) => {
    await open(await snippet(name));
    await ask("What is your return policy?");
    await expectCitedAnswer();
    expect(await page.locator("h2").textContent()).toBe(title);
    expect(messages()[0]?.body).toMatchObject({ siteKey, citations: true });
    expect(sessions().map(({ body }) => body.siteKey)).toEqual(tokens ? [siteKey] : []);
    expect(messages()[0]?.headers.authorization).toBe(tokens ? "Bearer session-token-1" : undefined);
  });

  test("full configuration: every colour and measure of it", async () => {
    await open(`<script>${await snippet("full-configuration.js")}</script>${script}`);
    const launcher = page.locator(".launcher");
    expect(await launcher.textContent()).toContain("💬");
    await launcher.click();
    await page.getByText("Hello! How can we help you today?").waitFor();
    expect(await page.locator("h2").textContent()).toBe("Customer Support");
    await page.waitForTimeout(250);
    expect(await page.locator(".panel").boundingBox()).toMatchObject({ width: 380, height: 500 });
    await ask("Hello?");
    await expectCitedAnswer();
    expect(sessions()).toHaveLength(1);
  });

  test("programmatic control: there by DOMContentLoaded, opened after two seconds, logged out by a button", async () => {
    const said: string[] = [];
    page.on("console", (message) => said.push(message.text()));
    await open(`<button id="logout-btn">Log out</button>${await snippet("example-4-programmatic.html")}`);
    expect(said).toEqual(["Token valid: false", "Session ID: null", "Conversation ID: null"]);
    await page.locator(".panel").waitFor();
    await ask("Hello?");
    await expectCitedAnswer();
    const all = ["isTokenValid", "getSessionId", "getConversationId"];
    expect(await state(...all)).toEqual([true, "session-1", "c_2"]);
    await page.evaluate(await snippet("monitor.js"));
    expect(said.at(-2)).toBe("Token valid: true");
    expect(said.at(-1)).toMatch(/^Token data: /);
    await page.locator("#logout-btn").click();
    expect(await state(...all)).toEqual([false, null, null]);
    expect(said.at(-1)).toBe("Session cleared");
    await expect.poll(() => gateway.seen.at(-1)?.path).toBe("/sessions/current");
  });
});

describe("snippets whose addresses are dots", () => {
  const filled = async (name: string) =>
    (await snippet(name))
      .replaceAll(`api-url="..."`, `api-url="https://api.mysite.com/api/v1/conversations"`)
      .replaceAll(`tenant-id="..."`, `tenant-id="ten_mine"`)
      .replaceAll(`site-key="..."`, `site-key="pub_x"`);

  test("debug: says what it does, and no token", async () => {
    const said: string[] = [];
    page.on("console", (message) => said.push(message.text()));
    gateway.settings.demand = "session";
    await open(script + (await filled("debug.html")));
    await ask("My secret question");
    await expectCitedAnswer();
    expect(said.filter((one) => one.startsWith("[gatehouse]")).length).toBeGreaterThan(3);
    expect(said.join()).not.toMatch(/session-token|My secret/);
  });

  test("citations, and the steps of a migration: the old key alone, then both", async () => {
    const [before = "", after = ""] = (await filled("migration.html")).split("<!-- After (Phase 0) -->");
    for (const [html, key] of [
      [before, "ten_mine"],
      [after, customer],
      [await filled("migration-jwt.html"), customer],
      [
        (await snippet("citations.html")).replace(
          " citations",
          ` site-key="pub_c" api-url="https://api.mysite.com" citations`,
        ),
        "pub_c",
      ],
    ] as const) {
      gateway.reset();
      await open(html + script);
      await page.evaluate("SpectrumChatGlobal.clearSession()");
      await ask("Hello?");
      await expectCitedAnswer();
      expect(messages()[0]?.body).toMatchObject({ siteKey: key, citations: true });
    }
    await page.evaluate(await snippet("logout.js"));
    expect(await state("getConversationId")).toEqual([null]);
  });
});
