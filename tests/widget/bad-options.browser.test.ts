// Options nobody understands: the default stands, one warning names them, and nothing reaches the host page.
import { afterEach, beforeEach, expect, test } from "vitest";
import { gateway, openBrowser, page, script, shell, site, tag, visit } from "./browser";

openBrowser();

let faults: string[];
let warnings: string[];
beforeEach(() => {
  faults = [];
  warnings = [];
  page.on("pageerror", (error) => faults.push(`${error}`));
  page.on("console", (message) => message.type() === "warning" && warnings.push(message.text()));
});
afterEach(() => expect(faults).toEqual([]));

test("one warning names all that was not understood, and a second widget gives none", async () => {
  await visit(
    tag(`data-theme="pink" data-width="wide" data-primary-color="reddish" data-locale="tlh" data-z-index=""`),
  );
  await page.evaluate(() => {
    window.Gatehouse.destroy();
    window.Gatehouse.init({ siteKey: "pub_x", theme: "blue" as "dark" });
  });
  await page.waitForTimeout(100);
  expect(warnings).toEqual(["[gatehouse] not understood: theme,primaryColor,width,locale"]);
  const width = await page.locator(".launcher").evaluate((node) => node.getBoundingClientRect().width);
  expect(width).toBe(56);
});

test("what was understood is not warned about", async () => {
  await visit(tag(`data-theme="dark" data-primary-color="oklch(0.5 0.2 250)" data-locale="de-AT" data-title=""`));
  await page.waitForTimeout(100);
  expect(warnings).toEqual([]);
});

test("options that bite: symbols, getters that throw, proxies, objects without a prototype", async () => {
  await page.goto(
    site.page(
      shell(`<script>
        window.SpectrumChatConfig = new Proxy({}, { get() { throw new Error("host") }, ownKeys() { throw new Error("host") } });
        window.GatehouseConfig = { get theme() { throw new Error("host") } };
        window.Gatehouse = { q: [[Symbol("x")], 7, null, ["init", Symbol("y")], ["on", "open", "no function"], ["on", Symbol("z"), 1]] };
      </script>${script}`),
    ),
  );
  const thrown = await page.evaluate((apiUrl) => {
    const failures: string[] = [];
    const revoked = Proxy.revocable({}, {});
    revoked.revoke();
    const own = (said: object) => ({ siteKey: "pub_x", apiUrl, ...said });
    const hostile = [
      Symbol("x"),
      revoked.proxy,
      Object.create(null),
      own({ theme: Symbol("dark"), width: Object.create(null), zIndex: 10n, offset: [Symbol("x")] }),
      own({ strings: revoked.proxy, onTokenRefresh: revoked.proxy, jwt: {} }),
      Object.defineProperty(own({}), "title", {
        get() {
          throw new Error("host");
        },
      }),
    ];
    for (const said of hostile) {
      try {
        window.Gatehouse.init(said as object);
        (Reflect.get(window.Gatehouse, "q") as unknown[]).push([Symbol("x")], [said]);
        window.Gatehouse.destroy();
      } catch (error) {
        failures.push(`${error}`);
      }
    }
    window.Gatehouse.init(hostile[3] as object);
    return failures;
  }, gateway.origin);
  expect(thrown).toEqual([]);
  await page.locator(".launcher").click();
  await page.locator("textarea").waitFor();
  expect(warnings).toHaveLength(1);
});

test("a listener that is no function is not heard of again; one given too early can be taken back", async () => {
  await page.goto(site.page(shell(script)));
  await page.evaluate((apiUrl) => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    const { Gatehouse } = window;
    const end = Gatehouse.on("open", () => heard.push("taken back"));
    const late = Gatehouse.on("open", () => heard.push("taken back later"));
    Gatehouse.on("open", () => heard.push("kept"));
    end();
    Gatehouse.on("open", 7 as never);
    Gatehouse.init({ siteKey: "pub_x", apiUrl });
    late();
    Gatehouse.on("ready", "x" as never);
    Gatehouse.open();
  }, gateway.origin);
  await page.locator(".panel").waitFor();
  expect(await page.evaluate("heard")).toEqual(["kept"]);
});

test("a console of the page's own that throws is left alone", async () => {
  await page.addInitScript("console.warn = console.error = () => { throw new Error('host') }");
  await visit(tag(`data-theme="pink"`));
  await page.evaluate("Gatehouse.init({}); Gatehouse.destroy(); Gatehouse.init({})");
});
