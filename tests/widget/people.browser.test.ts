import { source as axe } from "axe-core";
import { describe, expect, test } from "vitest";
import {
  answer,
  ask,
  context,
  expectCitedAnswer,
  gateway,
  messages,
  openBrowser,
  page,
  shell,
  site,
  tag,
  visit,
} from "./browser";
import { say } from "./stand-in-gateway";

openBrowser();

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
    await answer().getByRole("button", { name: /copy/i }).waitFor();
    await expect.poll(focused).toBe("Your message");

    for (let step = 0; step < 3; step++) await page.keyboard.press("Shift+Tab");
    await expect.poll(focused).toBe("Source 1: Returns and refunds");
    await page.keyboard.press("Enter");
    await page.locator(".prose .card").waitFor();
    expect(await page.locator(".prose .card a").getAttribute("href")).toBe("https://docs.example.com/returns");

    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator(".panel").isVisible()).toBe(false);
    await expect.poll(focused).toBe("Open chat");
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
