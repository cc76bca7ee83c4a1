import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { readIslandScripts, withIslandScripts } from "./island-scripts";

const folder = mkdtempSync(path.join(tmpdir(), "gatehouse-islands-"));
for (const file of ["account-A1.js", "account-A1.js.br", "shop-B2.js"]) writeFileSync(path.join(folder, file), "");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const scripts = readIslandScripts(folder);
const policy = "default-src 'self'; script-src 'self' 'nonce-bm9uY2U=' 'strict-dynamic'";
const head = "<html><head><title>Sign in</title></head><body>";
const form = `<div data-island="account/sign-in" data-props="{}"><form></form></div>`;

test("the build's files are known by their names", () => {
  expect(Object.fromEntries(scripts)).toEqual({
    account: "/_next/static/islands/account-A1.js",
    shop: "/_next/static/islands/shop-B2.js",
  });
});

test("a page with an island gets the island's script and no other, with the page's nonce", () => {
  const tag = `<script defer data-own="" src="/_next/static/islands/account-A1.js" nonce="bm9uY2U="></script>`;
  expect(withIslandScripts(head + form, scripts, policy)).toBe(head.replace("</head>", `${tag}</head>`) + form);
});

test("a page without one stays what it is", () => {
  const said = `${head}<p> data-island=&quot;account/sign-in&quot;</p>`;
  expect(withIslandScripts(said, scripts, policy)).toBe(said);
});

test("a build without them does not start", () => {
  expect(() => readIslandScripts(path.join(folder, "nothing"))).toThrow();
});
