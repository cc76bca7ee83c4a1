import { describe, expect, test } from "vitest";
import { answer, ask, gateway, openBrowser, page, shell, site, tag } from "./browser";
import { refuseWith } from "./stand-in-answers";
import { violations } from "./violations";

openBrowser();

const open = async (attributes: string) => {
  const html = shell(tag(attributes)).replace(/<h1>.*<input[^>]*>/, "<main><h1>Site</h1></main>");
  await page.goto(site.page(html));
  await page.evaluate("sessionStorage.clear()");
  await page.reload();
  await page.locator(".launcher").waitFor();
};

const choose = async (at: number) => {
  await page.locator(".menu-anchor > button").click();
  await page.locator(".menu button").nth(at).click();
  await page.locator("form").waitFor();
};

describe("axe finds nothing", () => {
  for (const theme of ["light", "dark"]) {
    for (const locale of ["en", "ar"]) {
      test(`${theme}, ${locale}, in every state`, async () => {
        gateway.settings.features = { uploads: true, escalation: true, feedback: true };
        await open(
          `data-theme="${theme}" data-locale="${locale}" data-primary-color="#ffd400" data-consent="required"`,
        );
        expect(await page.locator(".root").getAttribute("dir")).toBe(locale === "ar" ? "rtl" : "ltr");
        expect(await violations(), "closed").toEqual([]);
        await page.locator(".launcher").click();
        await page.locator(".consent").waitFor();
        expect(await violations(), "consent").toEqual([]);
        await page.locator(".consent button").click();
        await page.locator(".suggestion").first().waitFor();
        expect(await violations(), "open").toEqual([]);
        await ask("Hello?");
        await page.locator(".sources").waitFor();
        await page.locator(".positive").click();
        expect(await violations(), "answer, with the clip for files").toEqual([]);
        await page.locator(".menu-anchor > button").click();
        expect(await violations(), "menu").toEqual([]);
        await page.locator(".menu-anchor > button").click();
        for (const [at, name] of [
          [0, "escalate"],
          [2, "end"],
          [3, "delete"],
        ] as const) {
          await choose(at);
          expect(await violations(), name).toEqual([]);
          await page.keyboard.press("Escape");
        }
        const chooser = page.waitForEvent("filechooser");
        await page.locator(".composer .tool").click();
        await (await chooser).setFiles({ name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("notes") });
        await page.locator(".note").waitFor();
        expect(await violations(), "a file sent").toEqual([]);
        gateway.plans.push(refuseWith(500, "unexpected"));
        await ask("And?");
        await answer().locator(".failure").waitFor();
        expect(await violations(), "error").toEqual([]);
      });
    }
  }
});

test("each language speaks from the launcher to the last form, and an unknown one speaks English", async () => {
  const labels = {
    de: "Chat öffnen",
    fr: "Ouvrir le chat",
    es: "Abrir el chat",
    "pt-BR": "Abrir o chat",
    nl: "Open chat",
  };
  for (const [locale, label] of Object.entries(labels)) {
    await open(`data-locale="${locale}"`);
    await expect.poll(() => page.locator(".launcher").getAttribute("aria-label")).toBe(label);
  }
  await open(`data-locale="ja" data-strings='{"endTitle":"おわり"}'`);
  await page.locator(".launcher").click();
  await ask("Hello?");
  await page.locator(".sources").waitFor();
  await choose(1);
  expect(await page.locator("form h3").textContent()).toBe("おわり");
  expect(await page.locator("legend").first().textContent()).toBe("ご質問は解決しましたか？");
});
