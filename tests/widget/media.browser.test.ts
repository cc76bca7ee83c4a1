// What a visitor's system asks for: print, forced colours, less motion, a phone whose keyboard takes half of it.
import { expect, test } from "vitest";
import { ask, expectCitedAnswer, openBrowser, page, tag, visit } from "./browser";

openBrowser();

const style = (selector: string, property: string) =>
  page.locator(selector).evaluate((node, name) => getComputedStyle(node).getPropertyValue(name), property);

test("nothing of it is printed", async () => {
  await visit(tag());
  await ask("Hello?");
  await expectCitedAnswer();
  await page.emulateMedia({ media: "print" });
  expect(await page.locator(".launcher").isVisible()).toBe(false);
  expect(await page.locator(".panel").isVisible()).toBe(false);
  await page.emulateMedia({ media: "screen" });
  expect(await page.locator(".panel").isVisible()).toBe(true);
});

test("with less motion nothing moves", async () => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await visit(tag());
  await page.locator(".launcher").click();
  await page.locator("textarea").waitFor();
  expect(await style(".panel", "animation-name")).toBe("none");
  expect(await style(".launcher > svg >> nth=0", "transition-property")).toBe("none");
  await page.emulateMedia({ reducedMotion: "no-preference" });
  expect(await style(".panel", "animation-name")).toBe("rise");
});

test("with forced colours every button has an edge and what was chosen can be told", async () => {
  await page.emulateMedia({ forcedColors: "active" });
  await visit(tag());
  await ask("Hello?");
  await expectCitedAnswer();
  for (const button of await page.locator(".launcher, .panel button:visible").all())
    expect(await button.evaluate((node) => getComputedStyle(node).borderTopStyle)).toBe("solid");
  expect(await page.locator(".launcher > svg >> nth=1").evaluate((node) => getComputedStyle(node).opacity)).toBe("1");
});

/** A phone's browser tells of its keyboard by the visual viewport alone. */
const keyboard = (height: number, offsetTop: number) =>
  page.evaluate(
    ([height, offsetTop]) => {
      const viewport = window.visualViewport as VisualViewport;
      Object.defineProperties(viewport, {
        height: { value: height, configurable: true },
        offsetTop: { value: offsetTop, configurable: true },
      });
      viewport.dispatchEvent(new Event("resize"));
    },
    [height, offsetTop],
  );

test.each([
  ["upright", { width: 390, height: 844 }, 450],
  ["on its side", { width: 844, height: 390 }, 190],
])("a phone %s: the panel is what the keyboard leaves, the field above it", async (_, viewport, left) => {
  await page.setViewportSize(viewport);
  await visit(tag());
  await page.locator(".launcher").click();
  await page.locator(".suggestion").first().waitFor();
  await expect.poll(() => page.locator(".panel").boundingBox()).toEqual({ x: 0, y: 0, ...viewport });
  await page.locator("textarea").focus();
  await keyboard(left, 40);
  await expect.poll(() => page.locator(".panel").boundingBox()).toEqual({ ...viewport, x: 0, y: 40, height: left });
  const field = await page.locator("textarea").boundingBox();
  expect((field?.y ?? 0) + (field?.height ?? 0)).toBeLessThanOrEqual(40 + left);
  await keyboard(viewport.height, 0);
  await expect.poll(() => page.locator(".panel").boundingBox()).toEqual({ x: 0, y: 0, ...viewport });
});

test("a position that was said is a side of the screen, in any direction of reading", async () => {
  for (const [dir, position, x] of [
    ["ltr", "bottom-left", 20],
    ["rtl", "bottom-left", 20],
    ["ltr", "bottom-right", 1280 - 76],
    ["rtl", "bottom-right", 1280 - 76],
  ] as const) {
    await visit(tag(`data-position="${position}" data-locale="${dir === "rtl" ? "ar" : "en"}"`));
    expect((await page.locator(".launcher").boundingBox())?.x, `${position} ${dir}`).toBe(x);
    await page.locator(".launcher").click();
    await page.locator("textarea").waitFor();
    const panel = await page.locator(".panel").boundingBox();
    expect(panel?.x).toBe(x === 20 ? 20 : 1280 - 420);
  }
});

test("bubbles in the page's own colours, with a text that is readable on them", async () => {
  await visit(tag('data-user-color="#ffd400" data-ai-color="#102030"'));
  await ask("Hello?");
  await expectCitedAnswer();
  await expect.poll(() => style(".user .bubble", "background-color")).toMatch(/^color\(srgb 1 0\.83\d* 0\)$/);
  expect(await style(".user .bubble", "color")).toBe("color(srgb 0 0 0)");
  await expect.poll(() => style(".prose >> nth=0", "color")).toBe("color(srgb 1 1 1)");
});
