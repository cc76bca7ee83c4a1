import { describe, expect, test } from "vitest";
import { requireOwnInputs } from "../../scripts/widget-part.mjs";
import { ask, expectCitedAnswer, gateway, openBrowser, page, shell, site, tag, visit } from "./browser";
import { hostileMarkdown } from "./hostile-markdown";
import { say } from "./stand-in-answers";

openBrowser();

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
      const chat = window.Gatehouse as unknown as Record<string, (...said: unknown[]) => unknown>;
      const failures: string[] = [];
      window.Gatehouse.on("open", () => {
        throw new Error("mine");
      });
      for (const method of Object.keys(chat).filter((name) => typeof chat[name] === "function" && name !== "destroy")) {
        for (const args of [[], [null], [42], [{}], [Symbol("x")], ["x", "y"]]) {
          try {
            chat[method]?.(...args);
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
