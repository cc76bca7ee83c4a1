// The examples of the documentation, each built as its framework builds it and opened: they mount the widget, and what
// is taken away takes it along.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { build, type Plugin } from "esbuild";
import { compile as compileSvelte } from "svelte/compiler";
import { beforeEach, expect, test } from "vitest";
import { compileScript, parse } from "vue/compiler-sfc";
import { ask, expectCitedAnswer, gateway, openBrowser, page, shell, site } from "./browser";

openBrowser();

const folder = path.join(import.meta.dirname, "../../docs/examples");
const script = `<script src="/widget/v1.js" defer></script>`;

// The examples know no gateway but the script's own host.
beforeEach(() =>
  page.route(`${site.origin}/api/v1/**`, (route) =>
    route.continue({ url: route.request().url().replace(site.origin, gateway.origin) }),
  ),
);

const vue: Plugin = {
  name: "vue",
  setup(build) {
    build.onLoad({ filter: /\.vue$/ }, async ({ path: file }) => {
      const { descriptor, errors } = parse(await readFile(file, "utf8"), { filename: file });
      const { content } = compileScript(descriptor, { id: "example", inlineTemplate: true });
      return { contents: content, loader: "ts", errors: errors.map(({ message }) => ({ text: message })) };
    });
  },
};

const svelte: Plugin = {
  name: "svelte",
  setup(build) {
    build.onLoad({ filter: /\.svelte$/ }, async ({ path: file }) => {
      const { js, warnings } = compileSvelte(await readFile(file, "utf8"), { filename: file, generate: "client" });
      return { contents: js.code, loader: "ts", warnings: warnings.map(({ message }) => ({ text: message })) };
    });
  },
};

/** A site's own program: `window.enter()` mounts the example, `window.leave()` takes it away. */
const programs: Record<string, string> = {
  React: `
    import { StrictMode, createElement } from "react";
    import { createRoot } from "react-dom/client";
    import { SupportChat } from "./react";
    let root;
    window.enter = () => {
      root = createRoot(document.querySelector("main"));
      root.render(createElement(StrictMode, null, createElement(SupportChat, { siteKey: "pub_x" })));
    };
    window.leave = () => root.unmount();`,
  Vue: `
    import { createApp } from "vue";
    import SupportChat from "./SupportChat.vue";
    let app;
    window.enter = () => { app = createApp(SupportChat, { siteKey: "pub_x" }); app.mount("main"); };
    window.leave = () => app.unmount();`,
  Svelte: `
    import { mount, unmount } from "svelte";
    import SupportChat from "./SupportChat.svelte";
    let chat;
    window.enter = () => { chat = mount(SupportChat, { target: document.querySelector("main"), props: { siteKey: "pub_x" } }); };
    window.leave = () => unmount(chat);`,
};

for (const [name, contents] of Object.entries(programs)) {
  test(`${name}: mounts, answers, goes away and comes back`, async () => {
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(`${error}`));
    const { outputFiles, warnings } = await build({
      stdin: { contents, resolveDir: folder, loader: "ts" },
      bundle: true,
      write: false,
      jsx: "automatic",
      conditions: ["browser"],
      plugins: [vue, svelte],
      define: { "process.env.NODE_ENV": '"development"' },
    });
    expect(warnings).toEqual([]);
    await page.goto(site.page(shell(`${script}<main></main><script>${outputFiles[0]?.text}</script>`)));
    for (const round of ["first", "again"]) {
      await page.evaluate("enter()");
      await page.locator(".launcher").waitFor();
      expect(await page.locator("gatehouse-chat").count(), round).toBe(1);
      // The second time the conversation is still there.
      if (round === "first") await ask("Hello?");
      else await page.locator(".launcher").click();
      await expectCitedAnswer();
      await page.evaluate("leave()");
      await expect.poll(() => page.locator("gatehouse-chat").count()).toBe(0);
      expect(await page.evaluate("window.SpectrumChatGlobal === undefined"), round).toBe(true);
    }
    expect(gateway.seen.find(({ path }) => path === "/conversations")?.body.siteKey).toBe("pub_x");
    expect(faults).toEqual([]);
  });
}

test("the plain page, only its addresses changed; destroy() and init() again", async () => {
  const html = (await readFile(path.join(folder, "plain.html"), "utf8")).replaceAll("https://YOUR-HOST", "");
  await page.goto(site.page(html));
  await page.locator("#ask").click();
  await expectCitedAnswer();
  await page.evaluate("chat.destroy()");
  expect(await page.locator("gatehouse-chat").count()).toBe(0);
  await page.evaluate(`Gatehouse.init({ siteKey: "pub_YOUR_KEY" })`);
  await page.locator(".launcher").waitFor();
});
