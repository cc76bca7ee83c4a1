// On other people's pages the widget looks as it does on a plain one, pixel for pixel.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { difference, picture } from "./alike";
import { browser, gateway, openBrowser, page, script, shell, site, tag } from "./browser";

openBrowser();

const require = createRequire(import.meta.url);

/** Few enough for rounding at an edge, too few for a letter. */
const MOST = 0.0005;
const white = "<style>html { background: #fff }</style>";
let plain: Buffer[] | undefined;

/** Pictures from a plain page, taken once, in a tab of their own. */
async function expectAlike(name: string, seen: Buffer[]) {
  plain ??= await onPlainPage();
  for (const [at, part] of ["launcher", "panel"].entries()) {
    const share = await difference(`${name}-${part}`, plain[at] as Buffer, seen[at] as Buffer);
    expect(share, `${part} on ${name}`).toBeLessThan(MOST);
  }
}

async function onPlainPage(): Promise<Buffer[]> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const own = await context.newPage();
  await own.goto(site.page(shell(tag(), white)));
  const seen = await picture(own.mainFrame());
  await context.close();
  return seen;
}

const stylesheets: Record<string, () => Promise<string>> = {
  "Bootstrap 5": () => readFile(require.resolve("bootstrap/dist/css/bootstrap.min.css"), "utf8"),
  "Tailwind preflight": () => readFile(require.resolve("tailwindcss/preflight.css"), "utf8"),
  "all unset": async () => "* { all: unset !important }",
  "a theme with !important": async () =>
    "* { font-family: Georgia !important; letter-spacing: 3px !important; line-height: 3 !important; color: crimson !important; box-sizing: content-box !important } :root { font-size: 30px; color-scheme: dark }",
};

for (const [name, css] of Object.entries(stylesheets)) {
  test(name, async () => {
    await page.goto(site.page(shell(tag(), `<style>${await css()}</style>${white}`)));
    await expectAlike(name, await picture());
  });
}

test("a strict policy with Trusted Types: alike, and no violation", async () => {
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { violations: seen });
    document.addEventListener("securitypolicyviolation", (e) => seen.push(`${e.violatedDirective} ${e.blockedURI}`));
  });
  const policy = `default-src 'none'; script-src ${site.origin}; connect-src ${gateway.origin}; img-src ${gateway.origin}; require-trusted-types-for 'script'; trusted-types 'none'`;
  await page.goto(site.page(shell(tag()), { "content-security-policy": policy }));
  const seen = await picture();
  expect(await page.evaluate("violations")).toEqual([]);
  await expectAlike("a strict policy", seen);
});

test("a frame with nothing but scripts allowed", async () => {
  const inner = site.page(shell(tag(), white));
  await page.goto(
    site.page(
      `<!doctype html><style>body { margin: 0 }</style><iframe sandbox="allow-scripts" src="${inner}" width="1280" height="800" style="border: 0; display: block"></iframe>`,
    ),
  );
  await page.frameLocator("iframe").locator(".launcher").waitFor();
  const frame = page.frames().find((one) => one.url() === inner);
  await expectAlike("a sandboxed frame", await picture(frame));
});

test("React 19 in strict mode", async () => {
  const entry = `
    import { StrictMode, createElement } from "react";
    import { createRoot } from "react-dom/client";
    import { SupportChat } from "./docs/examples/react";
    const chat = createElement(SupportChat, { siteKey: "pub_x", apiUrl: "${gateway.origin}" });
    createRoot(document.getElementById("app")).render(createElement(StrictMode, null, chat));`;
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: process.cwd(), loader: "tsx" },
    bundle: true,
    write: false,
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"development"' },
  });
  await page.goto(site.page(shell(`<div id="app"></div>${script}<script>${outputFiles[0]?.text}</script>`, white)));
  await expectAlike("React", await picture());
  expect(await page.locator("gatehouse-chat").count()).toBe(1);
});
