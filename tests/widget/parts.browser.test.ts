import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { BUDGETS, buildWidget } from "../../scripts/build-widget.mjs";
import { ask, expectCitedAnswer, gateway, openBrowser, page, shell, site, tag, visit } from "./browser";

openBrowser();

describe("the script and its parts", () => {
  test("one request until the launcher, none of the gateway before the first open", async () => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await visit(tag());
    await page.waitForLoadState("networkidle");
    expect(asked.filter((one) => one.startsWith("/widget/"))).toHaveLength(2);
    expect(gateway.seen).toEqual([]);
    await page.locator(".launcher").click();
    await expect.poll(() => gateway.seen.map((one) => one.path)).toEqual(["/widget"]);
  });

  test("a part with other bytes than were built never runs; the visitor reads a sentence and can try again", async () => {
    let tampered = true;
    await page.route(/\/widget\/[0-9A-Za-z]{16}\.js/, async (route) => {
      const response = await route.fetch();
      const body = await response.text();
      await route.fulfill({ response, body: tampered ? `window.pwned = true;${body}` : body });
    });
    await page.goto(site.page(shell(tag())));
    await page.locator(".launcher").click();
    await page.locator(".notice").waitFor();
    expect(await page.locator(".notice").textContent()).toMatch(/^Unable to connect to chat service/);
    expect(await page.evaluate("window.pwned")).toBeUndefined();
    expect(await page.evaluate("Gatehouse.diagnose().cause")).toMatch(/\.js/);
    tampered = false;
    await ask("Hello?");
    await expectCitedAnswer();
    expect(await page.locator(".notice").count()).toBe(0);
    // Or a part still on its way would outlive the page.
    await page.unrouteAll({ behavior: "wait" });
  });

  test("files of former builds stay, and the manifest knows them", async () => {
    const dir = await mkdtemp(path.join(tmpdir(), "widget-"));
    try {
      const first = await buildWidget({ outDir: dir });
      await writeFile(path.join(dir, "0123456789abcdef.js"), "older");
      const known = JSON.parse(await readFile(path.join(dir, "manifest.json"), "utf8"));
      known.files["0123456789abcdef.js"] = { integrity: "sha384-old" };
      await writeFile(path.join(dir, "manifest.json"), JSON.stringify(known));
      const second = await buildWidget({ outDir: dir });
      expect(await readdir(dir)).toEqual(expect.arrayContaining([first.pinned, "0123456789abcdef.js", "v1.js"]));
      expect(second.former).toEqual({ "0123456789abcdef.js": { integrity: "sha384-old" } });
      expect(second.weight.brotli).toBeLessThanOrEqual(BUDGETS.launcher);
      expect(second.weight.chat).toBeLessThanOrEqual(BUDGETS.chat);
    } finally {
      await rm(dir, { recursive: true });
    }
  });
});
