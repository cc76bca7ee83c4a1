import { readFile } from "node:fs/promises";
import { build } from "esbuild";
import { describe, expect, test } from "vitest";
import { ask, expectCitedAnswer, gateway, openBrowser, page, script, shell, site, tag, visit } from "./browser";

openBrowser();

/** What the launcher and the open panel look like to the browser. */
async function look() {
  await page.locator(".launcher").click();
  await page.locator("textarea").waitFor();
  await page.locator("h2").getByText("Example Help").waitFor();
  await page.waitForTimeout(250);
  return page.evaluate(() => {
    const root = document.querySelector("gatehouse-chat")?.shadowRoot;
    return [".launcher", ".panel", "h2", ".welcome p", "textarea", ".send"].map((selector) => {
      const node = root?.querySelector(selector);
      if (!node) return [selector];
      const { x, y, width, height } = node.getBoundingClientRect();
      const { color, backgroundColor, font, letterSpacing, textTransform } = getComputedStyle(node);
      return [selector, x, y, width, height, color, backgroundColor, font, letterSpacing, textTransform];
    });
  });
}

// What the stylesheets of others do to everything on a page, written by hand.
const styles = {
  "unset everything": "* { all: unset !important }",
  preflight:
    "*, ::before, ::after { box-sizing: border-box; border: 0 solid; margin: 0; padding: 0 } html { line-height: 1.5; font-family: Georgia } button, textarea { font: inherit; letter-spacing: 4px; background: transparent; border-radius: 0 } svg { display: block; vertical-align: middle; max-width: 100% } [hidden] { display: none !important }",
  "a component library":
    "body { font: 300 22px/1.9 serif; color: crimson; letter-spacing: 2px; text-transform: uppercase } dialog { display: none !important } p { margin-bottom: 1rem } .panel, .message, .tool { display: none !important } button { border-radius: 99px !important; text-transform: uppercase }",
};

describe("host pages", () => {
  for (const [name, css] of Object.entries(styles)) {
    test(`${name}: it looks as on a plain page`, async () => {
      await visit(tag());
      const plain = await look();
      await page.evaluate("sessionStorage.clear()");
      await visit(tag(), `<style>${css}</style>`);
      expect(await look()).toEqual(plain);
    });
  }

  test("an iframe with nothing but scripts allowed", async () => {
    const inner = site.page(shell(tag()));
    await page.goto(site.page(`<iframe sandbox="allow-scripts" src="${inner}" width="900" height="700"></iframe>`));
    const frame = page.frameLocator("iframe");
    await frame.locator(".launcher").click();
    await frame.locator("textarea").fill("Hello?");
    await frame.locator("textarea").press("Enter");
    await frame.locator(".sources").waitFor();
  });

  test("React in strict mode: the example, mounted twice and taken away", async () => {
    const entry = `
      import { StrictMode, createElement } from "react";
      import { createRoot } from "react-dom/client";
      import { SupportChat } from "./docs/examples/react";
      const root = createRoot(document.getElementById("app"));
      const chat = createElement(SupportChat, { siteKey: "pub_x", apiUrl: "${gateway.origin}" });
      root.render(createElement(StrictMode, null, chat));
      window.leave = () => root.unmount();`;
    const { outputFiles } = await build({
      stdin: { contents: entry, resolveDir: process.cwd(), loader: "tsx" },
      bundle: true,
      write: false,
      jsx: "automatic",
      define: { "process.env.NODE_ENV": '"development"' },
    });
    await page.goto(site.page(shell(`<div id="app"></div>${script}<script>${outputFiles[0]?.text}</script>`)));
    await ask("Hello?");
    await expectCitedAnswer();
    expect(await page.locator("gatehouse-chat").count()).toBe(1);
    await page.evaluate("leave()");
    expect(await page.locator("gatehouse-chat").count()).toBe(0);
  });

  test("the plain example, only its addresses changed", async () => {
    const example = await readFile("docs/examples/plain.html", "utf8");
    const html = example
      .replace("https://YOUR-HOST", "")
      .replace(`"pub_YOUR_KEY"`, `"pub_YOUR_KEY", apiUrl: "${gateway.origin}"`);
    await page.goto(site.page(html));
    await page.locator("#ask").click();
    await expectCitedAnswer();
  });

  test("a host that freezes prototypes, wraps fetch and ships a broken polyfill", async () => {
    const broken = `<script>
      Object.freeze(Array.prototype); Object.freeze(Object.prototype); Object.freeze(Function.prototype);
      Object.prototype.toString.call(1);
      const real = window.fetch; window.fetch = (...said) => real.apply(window, said);
      window.requestIdleCallback = undefined;
    </script>`;
    const failures: unknown[] = [];
    page.on("pageerror", (error) => failures.push(error));
    await visit(tag(), broken);
    await ask("Hello?");
    await expectCitedAnswer();
    expect(failures).toEqual([]);
  });

  test("1,000 times open and closed, 200 times begun and ended: nothing is left", async () => {
    await visit(tag());
    const session = await page.context().newCDPSession(page);
    const heap = async () => {
      for (let round = 0; round < 3; round++) await session.send("HeapProfiler.collectGarbage");
      return (await session.send("Runtime.getHeapUsage")).usedSize;
    };
    const listeners = async () => {
      const { metrics } = await session.send("Performance.getMetrics");
      return metrics.find(({ name }) => name === "JSEventListeners")?.value ?? 0;
    };
    await session.send("Performance.enable");
    await ask("Hello?");
    await expectCitedAnswer();
    await page.evaluate("for (let i = 0; i < 50; i++) { Gatehouse.close(); Gatehouse.open() }");
    const before = [await heap(), await listeners()] as const;
    await page.evaluate("for (let i = 0; i < 1000; i++) { Gatehouse.close(); Gatehouse.open() }");
    expect(await heap()).toBeLessThan(before[0] + 1_000_000);
    expect(await listeners()).toBeLessThanOrEqual(before[1]);

    const cycle = async (times: number) => {
      await page.evaluate(
        async ([rounds, apiUrl]) => {
          for (let round = 0; round < Number(rounds); round++) {
            window.Gatehouse.destroy();
            window.Gatehouse.init({ siteKey: "pub_x", apiUrl: `${apiUrl}` }).open();
            if (round % 10 === 0) await new Promise((done) => setTimeout(done, 20));
          }
          window.Gatehouse.destroy();
          await new Promise((done) => setTimeout(done, 300));
        },
        [times, gateway.origin] as const,
      );
      return [await heap(), await listeners()] as const;
    };
    const once = await cycle(10);
    const many = await cycle(200);
    expect(many[0]).toBeLessThan(once[0] + 1_000_000);
    expect(many[1]).toBeLessThanOrEqual(once[1]);
  });
});
