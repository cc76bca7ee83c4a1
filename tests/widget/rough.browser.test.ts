// Rough networks and rough hosts: the widget answers all the same, or says a sentence; it never throws into the page.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { buildWidget } from "../../scripts/build-widget.mjs";
import { answer, ask, expectCitedAnswer, gateway, messages, openBrowser, outDir, page, tag, visit } from "./browser";
import { withChangedRoom } from "./changed-room";
import { event, openStream, quote } from "./stand-in-answers";

openBrowser();

let faults: string[];
beforeEach(() => {
  faults = [];
  page.on("pageerror", (error) => faults.push(`${error}`));
});
afterEach(() => expect(faults).toEqual([]));

const sorry = "An error occurred. Please try again later.";

describe("networks", () => {
  test("an event cut in half is no answer; asked again, it is answered once", async () => {
    await visit(tag());
    gateway.plans.push((response, { conversationId }) => {
      openStream(response);
      event(response, "message.start", { conversationId, messageId: "m_1" });
      response.write(`event: message.done\ndata: {"conversationId":"${conversationId}","message":{"con`);
      setTimeout(() => response.destroy(), 20);
    });
    await ask("Hello?");
    await answer().locator(".failure").getByText(sorry).waitFor();
    await answer().getByRole("button", { name: "Try again" }).click();
    await expectCitedAnswer();
    expect(messages().map((one) => one.body.nonce)).toEqual([messages()[0]?.body.nonce, messages()[0]?.body.nonce]);
    expect(await page.locator(".message").count()).toBe(2);
  });

  test("a proxy that hands over the whole stream at its end", async () => {
    await visit(tag());
    gateway.plans.push(async (response, { conversationId }) => {
      const whole = quote(conversationId);
      const said = ["message.start", "message.delta", "citation", "message.done"].map((name, at) => {
        const data = [{ conversationId, messageId: "m_1" }, { text: "You can" }, whole.message.citations[0], whole][at];
        return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
      });
      await new Promise((done) => setTimeout(done, 300));
      const body = `: ping\n\n${said.join("")}`;
      response.writeHead(200, { "content-type": "text/event-stream", "content-length": Buffer.byteLength(body) });
      response.end(body);
    });
    await ask("Hello?");
    await expectCitedAnswer();
  });

  test("HTML with status 200 wherever an answer was due", async () => {
    let isBroken = true;
    await page.route(`${gateway.origin}/**`, (route) =>
      isBroken
        ? route.fulfill({
            contentType: "text/html",
            body: "<h1>Sign in to the hotel</h1>",
            headers: { "access-control-allow-origin": "*" },
          })
        : route.continue(),
    );
    await visit(tag(`data-use-jwt="true"`));
    await ask("Hello?");
    await answer().locator(".failure").getByText(sorry).waitFor();
    isBroken = false;
    await answer().getByRole("button", { name: "Try again" }).click();
    await expectCitedAnswer();
  });
});

/** What hosts do to the page before the widget comes, each as a script. */
const hosts: Record<string, string> = {
  "storage that throws when it is looked at": `for (const name of ["sessionStorage", "localStorage"])
    Object.defineProperty(window, name, { get() { throw new DOMException("denied", "SecurityError") } })`,
  "storage that throws when it is used": `for (const name of ["getItem", "setItem", "removeItem"])
    Storage.prototype[name] = () => { throw new DOMException("denied", "SecurityError") }`,
  "storage that is full": `let piece = "x".repeat(1 << 20);
    for (let at = 0; piece; at++) try { sessionStorage.setItem("host" + at, piece) } catch { piece = piece.slice(piece.length / 2 + 1) }`,
  "a fetch of its own": `const real = window.fetch; window.asked = [];
    window.fetch = function (...said) { window.asked.push(String(said[0])); return real.apply(window, said) }`,
  "a fetch polyfill that cannot stream": `const real = window.fetch;
    window.fetch = async (...said) => Object.defineProperty(await real(...said), "body", { value: undefined })`,
  "no BroadcastChannel, no idle callback, no randomUUID": `delete window.BroadcastChannel; delete window.requestIdleCallback;
    delete Crypto.prototype.randomUUID`,
  "frozen prototypes": `for (const one of [Array, Object, Function, Promise, String, RegExp, Map, Set, Error, Date, Node, Element,
      HTMLElement, EventTarget, Event, Response, Headers, AbortController]) Object.freeze(one.prototype), Object.freeze(one);
    Object.freeze(JSON); Object.freeze(Math)`,
  "polyfills from long ago": `delete Promise.prototype.finally;
    Array.from = (items) => { const all = []; for (let at = 0; at < items.length; at++) all.push(items[at]); return all };
    for (const proto of [Array.prototype, Object.prototype, String.prototype, Function.prototype]) proto.extra = function () { return 1 };`,
};

describe("hosts", () => {
  for (const [name, before] of Object.entries(hosts)) {
    test(name, async () => {
      await page.addInitScript({ content: `(() => { ${before} })()` });
      await visit(tag(`data-use-jwt="true"`));
      await ask("Hello?");
      await expectCitedAnswer();
      await ask("And?");
      await expect.poll(() => page.locator(".sources").count()).toBe(2);
      expect(messages()[0]?.body.nonce).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      expect(messages()[1]?.path).toBe(`/conversations/${await page.evaluate("Gatehouse.getConversationId()")}`);
      if (name.startsWith("a fetch of its own")) expect(await page.evaluate("asked.length")).toBe(gateway.seen.length);
      await page.reload();
      await page.locator(".launcher").waitFor();
    });
  }

  test("two versions of the script on one page: one widget, the first, and one warning at most", async () => {
    const older = await withChangedRoom("older", (room) => buildWidget({ outDir, room, version: "0.0.9" }));
    const manifest = await buildWidget({ outDir });
    expect(older.pinned).not.toBe(manifest.pinned);
    const pinned = `<script src="/widget/${older.pinned}" data-site-key="pub_x" data-api-url="${gateway.origin}"></script>`;
    const orders = [
      [pinned + tag(), "0.0.9"],
      [tag().replace(" defer", "") + pinned, manifest.version],
      [`${pinned + tag()}<gatehouse-chat site-key="pub_y"></gatehouse-chat>`, "0.0.9"],
    ];
    for (const [body = "", version] of orders) {
      const said: string[] = [];
      const hear = (message: { type(): string; text(): string }) =>
        /warning|error/.test(message.type()) && !/favicon/.test(message.text()) && said.push(message.text());
      page.on("console", hear);
      await visit(body);
      await page.waitForLoadState("networkidle");
      expect(await page.locator(".launcher").count()).toBe(1);
      expect(await page.evaluate("Gatehouse.version")).toBe(version);
      expect(said.length).toBeLessThanOrEqual(1);
      page.off("console", hear);
    }
    await ask("Hello?");
    await expectCitedAnswer();
  });
});
