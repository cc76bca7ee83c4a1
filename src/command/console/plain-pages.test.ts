import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isPlainPage, withoutScripts, withPlainPages } from "./plain-pages";

const next = `<script src="/_next/a.js" async="" nonce="n"></script>`;
const own = `<script data-own="" nonce="n">own()</script>`;
const widget = `<script src="/widget/v1.js" data-site-key="pub_a" nonce="n" defer=""></script>`;
const page = `<html><head><link rel="preload" as="script" fetchPriority="low" href="/_next/a.js"/><link rel="stylesheet" href="/a.css"/>${next}</head><body><pre>&lt;script src="x"&gt;&lt;/script&gt;</pre>${own}${widget}<script nonce="n">self.__next_f.push([1,"<b>"])</script></body></html>`;
const plain = `<html><head><link rel="stylesheet" href="/a.css"/></head><body><pre>&lt;script src="x"&gt;&lt;/script&gt;</pre>${own}${widget}</body></html>`;

test("Next's scripts go, our own and everything else stay", () => {
  expect(withoutScripts(page)).toBe(plain);
});

test("a page that has to be drawn by its scripts keeps them", () => {
  const failed = page.replace("<html>", '<html id="__next_error__">');
  expect(withoutScripts(failed)).toBe(failed);
});

test("what an island is given is no script, whatever it says", () => {
  const island = `<div data-island="account/sign-in" data-props="{&quot;trouble&quot;:&quot;&lt;script&gt;&quot;}"></div>`;
  expect(withoutScripts(page.replace("<pre>", `${island}<pre>`))).toBe(plain.replace("<pre>", `${island}<pre>`));
});

test.each([
  ["/", true],
  ["/?utm=1", true],
  ["/docs", true],
  ["/docs/errors/token_expired", true],
  ["/docs/?_rsc=1", false],
  ["/sign-in?next=%2Faccount", true],
  ["/sign-up", true],
  ["/reset?token=a", true],
  ["/verify?token=a", true],
  ["/confirm-email?token=a", true],
  ["/invitation/inv_1", true],
  ["/demo", true],
  ["/demo/help/returns", true],
  ["/docsx", false],
  ["/sign-in?_rsc=1", false],
  ["/sign-in/more", false],
  ["/invitation", false],
  ["/invitation/inv_1/more", false],
  ["/account", false],
  ["/welcome", false],
  ["/ten_1/docs", false],
  ["/ten_1/sign-in", false],
  ["//docs", false],
])("%s is sent without scripts: %s", (url, expected) => {
  expect(isPlainPage({ method: "GET", url, headers: {} })).toBe(expected);
  expect(isPlainPage({ method: "POST", url, headers: {} })).toBe(false);
  expect(isPlainPage({ method: "GET", url, headers: { rsc: "1" } })).toBe(false);
});

const island = `<div data-island="account/sign-in" data-props="{}"></div>`;

/** Answers as Next does: in pieces, with headers of its own. */
async function answer(request: IncomingMessage, response: ServerResponse) {
  response.setHeader("content-security-policy", "script-src 'nonce-n'");
  if (request.url === "/docs/json")
    return void response.writeHead(200, { "content-type": "application/json" }).end("{}");
  if (request.url === "/sign-in?signed-in") return void response.writeHead(307, { location: "/console" }).end();
  response.statusCode = request.url === "/docs/missing" ? 404 : 200;
  response.setHeader("content-type", "text/html; charset=utf-8");
  response.setHeader("x-seen", String(request.headers["accept-encoding"]));
  response.flushHeaders();
  const text = request.url === "/sign-in" ? page.replace("<pre>", `${island}<pre>`) : page;
  for (let at = 0; at < text.length; at += 50) {
    response.write(text.slice(at, at + 50));
    await new Promise((resolve) => setTimeout(resolve));
  }
  response.end();
}

const handle = withPlainPages(answer, new Map([["account", "/account.js"]]));
const server = createServer((request, response) => void handle(request, response));
let origin: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

test.each(["br", "gzip", "identity"])("what is sent as %s is the page", async (encoding) => {
  const response = await fetch(`${origin}/docs`, { headers: { "accept-encoding": encoding } });
  expect(response.headers.get("content-encoding")).toBe(encoding === "identity" ? null : encoding);
  expect(response.headers.get("vary")).toContain("accept-encoding");
  expect(response.headers.get("x-seen")).toBe("undefined");
  expect(await response.text()).toBe(plain);
});

test("a page with an island comes with the island's script, under the page's policy", async () => {
  const html = await (await fetch(`${origin}/sign-in`)).text();
  const script = `<script defer data-own="" src="/account.js" nonce="n"></script>`;
  expect(html).toBe(plain.replace("</head>", `${script}</head>`).replace("<pre>", `${island}<pre>`));
});

test("a redirect stays one, and what React asks for is what Next says", async () => {
  const redirect = await fetch(`${origin}/sign-in?signed-in`, { redirect: "manual" });
  expect([redirect.status, redirect.headers.get("location")]).toEqual([307, "/console"]);
  expect(await (await fetch(`${origin}/sign-up`, { headers: { rsc: "1" } })).text()).toBe(page);
});

test("status and other types stay, and other pages are not touched", async () => {
  expect((await fetch(`${origin}/docs/missing`)).status).toBe(404);
  expect(await (await fetch(`${origin}/docs/json`)).json()).toEqual({});
  expect(await (await fetch(`${origin}/account`)).text()).toBe(page);
});
