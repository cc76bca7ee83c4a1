import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { source as axe } from "axe-core";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { buildWidget, requireOwnInputs } from "../scripts/build-widget.mjs";
import { type HostSite, startHostSite } from "./widget/host-site";
import { hostileMarkdown } from "./widget/hostile-markdown";
import {
  event,
  openStream,
  quote,
  refuseWith,
  reply,
  type StandInGateway,
  say,
  startStandInGateway,
} from "./widget/stand-in-gateway";

let browser: Browser;
let context: BrowserContext;
let page: Page;
let site: HostSite;
let gateway: StandInGateway;
let outDir: string;

beforeAll(async () => {
  outDir = await mkdtemp(path.join(tmpdir(), "widget-"));
  await buildWidget({ outDir });
  site = await startHostSite(outDir);
  gateway = await startStandInGateway();
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    chromiumSandbox: false,
    args: ["--disable-background-networking", "--disable-quic"],
  });
});

afterAll(async () => {
  await browser?.close();
  await gateway?.close();
  await site?.close();
  if (outDir) await rm(outDir, { recursive: true });
});

beforeEach(async () => {
  gateway.reset();
  context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  page = await context.newPage();
});

afterEach(() => context.close());

const script = `<script src="/widget/v1.js"></script>`;
const tag = (attributes = "") =>
  `<script src="/widget/v1.js" data-site-key="pub_x" data-api-url="${gateway.origin}" ${attributes} defer></script>`;
const shell = (body: string, head = "") =>
  `<!doctype html><html lang="en"><head><title>Site</title>${head}</head><body><h1>Site</h1><input id="host-field">${body}</body></html>`;

async function visit(body: string, head = "", headers = {}) {
  await page.goto(site.page(shell(body, head), headers));
  await page.locator(".launcher").waitFor();
}

async function ask(question: string) {
  if (!(await page.locator(".panel").isVisible())) await page.locator(".launcher").click();
  await page.locator("textarea").fill(question);
  await page.keyboard.press("Enter");
}

const answer = () => page.locator(".message.assistant").last();
const messages = () => gateway.seen.filter((one) => one.path.startsWith("/conversations") && one.method === "POST");
const sessions = () => gateway.seen.filter((one) => one.path === "/sessions");

async function expectCitedAnswer() {
  await page.locator(".sources").waitFor();
  expect(await answer().locator(".prose").textContent()).toMatch(/^You can return an item within 30 days\s*1\s*\.$/);
  expect(await answer().locator(".prose strong").textContent()).toBe("return");
}

describe("ways to install", () => {
  test("script tag with data attributes", async () => {
    await visit(tag());
    await ask("What is your return policy?");
    await expectCitedAnswer();
    const [first] = messages();
    expect(first?.path).toBe("/conversations");
    expect(first?.headers.accept).toBe("text/event-stream");
    expect(first?.headers.authorization).toBeUndefined();
    expect(first?.body).toMatchObject({ siteKey: "pub_x", message: "What is your return policy?", citations: true });
    expect(first?.body.pageUrlHash).toMatch(/^[0-9a-f]{64}$/);
    expect(first?.body.nonce).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);

    await ask("And after that?");
    await expect.poll(() => messages().length).toBe(2);
    expect(messages()[1]?.path).toMatch(/^\/conversations\/c_/);
  });

  for (const name of ["gatehouse-chat", "spectrum-chat"]) {
    const element = () =>
      `<${name} site-key="pub_x" api-url="${gateway.origin}/api/v1/conversations" title="Help"></${name}>`;
    test(`<${name}> before the script`, async () => {
      await visit(element() + script);
      await ask("Hello?");
      await expectCitedAnswer();
      expect(await page.locator("h2").textContent()).toBe("Help");
    });
    test(`<${name}> after the script`, async () => {
      await visit(script + element());
      await ask("Hello?");
      await expectCitedAnswer();
    });
  }

  test("an element that leaves the page takes its widget along; moving it does not", async () => {
    await visit(`${script}<gatehouse-chat site-key="pub_x" api-url="${gateway.origin}"></gatehouse-chat>`);
    await page.evaluate(() =>
      document.querySelector("h1")?.before(document.querySelector("gatehouse-chat") as Element),
    );
    await page.waitForTimeout(50);
    expect(await page.locator(".launcher").count()).toBe(1);
    await page.evaluate(() => document.querySelector("gatehouse-chat")?.remove());
    await expect.poll(() => page.evaluate("window.SpectrumChatGlobal === undefined")).toBe(true);
  });

  test("Gatehouse.init, twice, gives one widget", async () => {
    await visit(
      `${script}<script>window.one = Gatehouse.init({ siteKey: "pub_x", apiUrl: "${gateway.origin}/api/v1" });
       window.two = AISupportWidget.init({ siteKey: "pub_other" });</script>`,
    );
    expect(await page.evaluate("one === two && Gatehouse === AISupportWidget")).toBe(true);
    expect(await page.locator(".launcher").count()).toBe(1);
    await ask("Hello?");
    await expectCitedAnswer();
  });

  test("calls queued before the script has loaded", async () => {
    await visit(
      `<script>window.Gatehouse = window.Gatehouse || { q: [] };
       Gatehouse.q.push(["init", { siteKey: "pub_x", apiUrl: "${gateway.origin}" }], ["on", "open", () => { window.opened = 1 }], ["open"]);</script>${script}`,
    );
    await page.locator(".panel").waitFor();
    expect(await page.evaluate("opened")).toBe(1);
  });

  test("the pinned file carries the integrity the manifest gives", async () => {
    const manifest = await buildWidget({ outDir });
    const integrity = manifest.files[manifest.pinned]?.integrity;
    await visit(
      `<script src="/widget/${manifest.pinned}" integrity="${integrity}" crossorigin="anonymous" data-site-key="pub_x" data-api-url="${gateway.origin}" defer></script>`,
    );
    await ask("Hello?");
    await expectCitedAnswer();
  });
});

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
    await expect.poll(() => gateway.seen[0]?.headers.authorization).toBe(`Bearer ${first}`);
    gateway.expired.add(first);
    await ask("Hello?");
    await expectCitedAnswer();
    expect(messages().map((one) => one.headers.authorization)).toEqual([`Bearer ${first}`, `Bearer ${second}`]);
    expect(messages()[1]?.body.siteKey).toBe("ten_your_key");
    expect(await page.evaluate("refreshed")).toBe(1);
    expect(sessions()).toHaveLength(0);
  });
});

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

  test("HTML with status 200, half a stream, an error event: the sentence for 500", async () => {
    await visit(tag());
    gateway.plans.push(
      (response) => response.writeHead(200, { "content-type": "text/html" }).end("<h1>Captive portal</h1>"),
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
    for (const question of ["One?", "Two?", "Three?", "Four?"]) {
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
    expect(await page.locator(".note").textContent()).toBe("Starting a new conversation…");
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

  test("consent: nothing is sent or stored before the visitor agrees", async () => {
    await visit(tag(`data-consent="required"`));
    await page.locator(".launcher").click();
    await page.getByText("Agree and start").waitFor();
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

describe("promises to the host page", () => {
  test("the build takes in nothing from outside the room", () => {
    expect(() => requireOwnInputs(["widget/v1.ts", "widget/view/panel.css"])).not.toThrow();
    for (const stranger of ["src/failures.ts", "node_modules/x/index.js", "widget/../src/env.ts", "widgets/a.ts"]) {
      expect(() => requireOwnInputs(["widget/v1.ts", stranger])).toThrow(stranger);
    }
  });

  test("strict CSP with Trusted Types: no violation, one host", async () => {
    const policy = `default-src 'none'; script-src ${site.origin}; connect-src ${gateway.origin}; img-src ${gateway.origin}; require-trusted-types-for 'script'`;
    await page.addInitScript(() => {
      const seen: string[] = [];
      Object.assign(window, { violations: seen });
      document.addEventListener("securitypolicyviolation", (e) =>
        seen.push(`${e.violatedDirective} ${e.blockedURI} ${e.sample}`),
      );
    });
    await visit(tag(`data-primary-color="hsl(220 15% 25%)" data-width="420px"`), "", {
      "content-security-policy": policy,
    });
    gateway.plans.push(
      say("# Title\n\nText [1] with `code` and [a link](https://example.com).\n\n```\ncode\n```\n\n> quote"),
    );
    await ask("Hello?");
    await page.locator(".sources").waitFor();
    await page.locator(".mark").click();
    await page.locator("[aria-label='Conversation menu']").click();
    expect(await page.evaluate("violations")).toEqual([]);
    const panel = await page.locator(".panel").boundingBox();
    expect(panel?.width).toBe(420);
  });

  test("one global with its names, no prototype touched, nothing left after destroy", async () => {
    await page.goto(site.page(shell("")));
    const look = `[Object.keys(window).filter((k) => !/^(Gatehouse|AISupportWidget|SpectrumChatGlobal)$/.test(k)).sort().join(),
      Object.getOwnPropertyNames(Array.prototype).length, Object.getOwnPropertyNames(Element.prototype).length, document.body.children.length]`;
    const before = await page.evaluate(look);
    await page.addScriptTag({ url: "/widget/v1.js" });
    await page.evaluate(
      (api) => Reflect.get(window, "Gatehouse").init({ siteKey: "pub_x", apiUrl: api }),
      gateway.origin,
    );
    await ask("Hello?");
    await expectCitedAnswer();
    await page.evaluate("Gatehouse.destroy()");
    expect(await page.evaluate(look)).toEqual(before);
    expect(await page.evaluate("Gatehouse.destroy()")).toBeNull();
  });

  test("host CSS cannot reach in", async () => {
    await visit(
      tag(),
      `<style>* { display: none !important; color: red !important; font-size: 40px !important } html, body { display: block !important } gatehouse-chat { opacity: 0; transform: scale(3); filter: blur(9px) }</style>`,
    ).catch(() => {});
    const state = await page.locator(".launcher").evaluate((node) => {
      const { width } = node.getBoundingClientRect();
      const host = getComputedStyle((node.getRootNode() as ShadowRoot).host);
      return [width, host.opacity, host.transform, host.filter, getComputedStyle(node).fontSize];
    });
    expect(state).toEqual([56, "1", "none", "none", "24px"]);
  });

  test("methods never throw, whatever they are given; listeners that throw stop nothing", async () => {
    await visit(tag());
    const thrown = await page.evaluate(() => {
      const chat = Reflect.get(window, "Gatehouse");
      const failures: string[] = [];
      chat.on("open", () => {
        throw new Error("mine");
      });
      for (const method of Object.keys(chat).filter((name) => typeof chat[name] === "function" && name !== "destroy")) {
        for (const args of [[], [null], [42], [{}], [Symbol("x")], ["x", "y"]]) {
          try {
            chat[method](...args);
          } catch (error) {
            failures.push(`${method}: ${error}`);
          }
        }
      }
      return failures;
    });
    expect(thrown).toEqual([]);
    expect(await page.locator(".launcher").count()).toBe(1);
  });

  test("hostile markdown runs nothing and links nowhere bad", async () => {
    await visit(tag());
    await page.evaluate("window.alert = window.pwned = () => { window.ran = true }");
    await page.locator(".launcher").click();
    for (const markdown of hostileMarkdown) {
      gateway.plans.push(say(markdown));
      const count = await page.locator(".message.assistant .tools").count();
      await ask("Hello?");
      await expect.poll(() => page.locator(".message.assistant .tools").count()).toBe(count + 1);
    }
    const found = await page.locator(".log").evaluate((log) => {
      const nodes = [...log.querySelectorAll("*")];
      return {
        tags: nodes
          .map((node) => node.localName)
          .filter((name) => /^(script|iframe|img|object|embed|style|form|input|base|meta|link|math)$/.test(name)),
        handlers: nodes.flatMap((node) => node.getAttributeNames()).filter((name) => /^on|^style$|^srcdoc$/.test(name)),
        links: nodes
          .filter((node) => node instanceof HTMLAnchorElement)
          .filter(
            (a) =>
              !/^(https?|mailto):$/.test(a.protocol) ||
              a.rel !== "noopener noreferrer nofollow" ||
              a.target !== "_blank",
          )
          .map((a) => a.href),
      };
    });
    expect(found).toEqual({ tags: [], handlers: [], links: [] });
    expect(await page.evaluate("window.ran")).toBeUndefined();
  });
});

describe("people", () => {
  test("the whole way by keyboard", async () => {
    await visit(tag());
    await page.evaluate(() => {
      Object.assign(window, { heard: [] });
      document.addEventListener("keydown", (e) => Reflect.get(window, "heard").push(e.key));
    });
    await page.locator("#host-field").focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    const focused = () =>
      page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.getAttribute("aria-label"));
    await expect.poll(focused).toBe("Your message");
    await page.keyboard.type("Hello");
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.type("there?");
    await page.keyboard.press("Enter");
    await expectCitedAnswer();
    expect(messages()[0]?.body.message).toBe("Hello\nthere?");
    await expect.poll(focused).toBe("Your message");

    for (let step = 0; step < 3; step++) await page.keyboard.press("Shift+Tab");
    expect(await focused()).toBe("Source 1: Returns and refunds");
    await page.keyboard.press("Enter");
    await page.locator(".prose .card").waitFor();
    expect(await page.locator(".prose .card a").getAttribute("href")).toBe("https://docs.example.com/returns");

    await page.keyboard.press("Escape");
    expect(await page.locator(".panel").isVisible()).toBe(false);
    expect(await focused()).toBe("Open chat");
    // The page's own shortcuts hear nothing of what is typed into the chat.
    expect(await page.evaluate("heard")).toEqual(["Tab"]);
  });

  test("the menu opens, starts over and closes by Escape without closing the panel", async () => {
    await visit(tag());
    await ask("Hello?");
    await expectCitedAnswer();
    await page.locator("[aria-label='Conversation menu']").click();
    await page.keyboard.press("Escape");
    expect(await page.locator(".menu").isVisible()).toBe(false);
    expect(await page.locator(".panel").isVisible()).toBe(true);
    await page.locator("[aria-label='Conversation menu']").click();
    await page.getByText("New conversation").click();
    expect(await page.locator(".message").count()).toBe(0);
    expect(await page.locator(".suggestion").count()).toBe(2);
    await page.locator(".suggestion").first().click();
    await expectCitedAnswer();
    expect(messages().map((one) => one.path)).toEqual(["/conversations", "/conversations"]);
  });

  test("axe finds nothing, light and dark, open and answered, also full screen", async () => {
    for (const theme of ["light", "dark"]) {
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 800 });
        await page.goto(
          site.page(
            shell(tag(`data-theme="${theme}" data-primary-color="#ffd400"`)).replace(
              /<h1>.*<input[^>]*>/,
              "<main><h1>Site</h1></main>",
            ),
          ),
        );
        await page.locator(".launcher").click();
        await ask("Hello?");
        await expectCitedAnswer();
        await page.locator(".mark").click();
        await page.waitForTimeout(250);
        await page.addScriptTag({ content: axe });
        const violations = await page.evaluate(async () => {
          const found = await Reflect.get(window, "axe").run({ rules: { region: { enabled: false } } });
          return found.violations.map((one: { id: string; nodes: { html: string }[] }) => [
            one.id,
            ...one.nodes.map((node) => node.html),
          ]);
        });
        expect(violations, `${theme} at ${width}`).toEqual([]);
        await context.clearCookies();
        await page.evaluate("sessionStorage.clear()");
      }
    }
  });

  test("a finished answer is announced once, an unfinished one is not", async () => {
    await visit(tag());
    gateway.plans.push(say("word ".repeat(60), 10));
    await ask("Hello?");
    await answer().getByText("word word").waitFor();
    expect(await page.locator("[role=status]").textContent()).toBe("");
    await expect.poll(() => page.locator("[role=status]").textContent()).toContain("word word");
    expect(await page.locator("[role=log]").getAttribute("aria-live")).toBe("off");
  });

  test("full screen on a phone, right to left where the language is", async () => {
    await page.setViewportSize({ width: 390, height: 700 });
    await visit(tag(`data-locale="ar"`));
    await page.locator(".launcher").click();
    await expect.poll(() => page.locator(".panel").boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 700 });
    expect(await page.locator(".root").getAttribute("dir")).toBe("rtl");
    expect(await page.locator("textarea").evaluate((node) => getComputedStyle(node).fontSize)).toBe("16px");
  });
});
