import { describe, expect, test } from "vitest";
import { buildWidget } from "../../scripts/build-widget.mjs";
import { ask, expectCitedAnswer, gateway, messages, openBrowser, outDir, page, script, tag, visit } from "./browser";

openBrowser();

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
