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
import { say } from "./stand-in-answers";
import { violations } from "./violations";

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
    // The focus on the button asks for the chat, which keeps keys to itself.
    await page.locator(".panel").waitFor({ state: "attached" });
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
    await page.locator(".menu").waitFor();
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
        expect(await violations(), `${theme} at ${width}`).toEqual([]);
        await context.clearCookies();
        await page.evaluate("sessionStorage.clear()");
      }
    }
  });

  test("each finished answer is announced once, as it is read, and an equal one again", async () => {
    await visit(tag());
    gateway.plans.push(say("word ".repeat(60), 10));
    await ask("Hello?");
    await answer().getByText("word word").waitFor();
    const status = page.locator("[role=status]");
    expect(await status.textContent()).toBe("");
    await status.evaluate((node) => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      new MutationObserver(() => heard.push((node as HTMLElement).textContent ?? "")).observe(node, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    });
    const heard = () => page.evaluate("heard") as Promise<string[]>;
    await expect.poll(async () => (await heard()).length).toBe(1);
    expect((await heard())[0]).toMatch(/^(word ?){60}$/);
    for (const nth of [2, 3]) {
      gateway.plans.push(say("You **can** [1]: `x`\n\n- one\n- two"));
      await ask("And?");
      await expect.poll(async () => (await heard()).length).toBe(nth);
    }
    expect((await heard())[1]).toMatch(/^You can 1: x\s+one\s+two$/);
    expect((await heard())[2]).toBe((await heard())[1]);
    await page.waitForTimeout(300);
    expect(await heard()).toHaveLength(3);
    expect(await page.locator("[role=log]").getAttribute("aria-live")).toBe("off");
  });

  test("full screen on a phone, right to left where the language is", async () => {
    await page.setViewportSize({ width: 390, height: 700 });
    await visit(tag(`data-locale="ar"`));
    await page.locator(".launcher").click();
    await expect.poll(() => page.locator(".panel").boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 700 });
    expect(await page.locator(".root").getAttribute("dir")).toBe("rtl");
    const field = page.locator("textarea");
    expect(await field.evaluate((node) => getComputedStyle(node).fontSize)).toBe("16px");
    // The words in an empty field read as the panel does; what is written, as it is written.
    const direction = () => field.evaluate((node) => getComputedStyle(node).direction);
    expect(await direction()).toBe("rtl");
    await field.fill("Hello");
    expect(await direction()).toBe("ltr");
  });
});
