// A page that pinned a release goes on after the next one, which is built from a fresh checkout and knows the earlier one
// only by the database that both share.
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { getRequestListener } from "@hono/node-server";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Product } from "@/core/product";
import { keepWidgetFiles } from "@/core/widget/keep-widget-files";
import { createWidgetServer } from "@/gateway/widget-server";
import { openWidgetFiles } from "@/provider/widget-files";
import { buildWidget } from "../../scripts/build-widget.mjs";
import { freshProduct } from "../fresh-tenant";
import { openOwnDatabase } from "../own-database";
import { ask, expectCitedAnswer, gateway, openBrowser, page, shell, site } from "./browser";
import { withChangedRoom } from "./changed-room";

await openOwnDatabase();
openBrowser();

const folders: string[] = [];
const servers: Server[] = [];
const folder = async () => {
  folders.push(await mkdtemp(path.join(tmpdir(), "release-")));
  return folders.at(-1) as string;
};

/** A checkout of its own; every part that the tests load differs from the present one where `says` is given. */
async function checkout(version: string, says?: string) {
  const outDir = await folder();
  const build = (room?: string) => buildWidget({ outDir, version, ...(room && { room }) });
  return { outDir, built: says ? await withChangedRoom(says, build) : await build() };
}

/** Serves a release as the console's process does; returns its origin. */
async function serve(product: Product, outDir: string): Promise<string> {
  const released = { ...product, widgetFiles: openWidgetFiles(outDir) };
  await keepWidgetFiles(released);
  const server = createServer(getRequestListener(createWidgetServer(released)));
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

let first: Awaited<ReturnType<typeof checkout>>;
let second: Awaited<ReturnType<typeof checkout>>;
const product = freshProduct();

beforeAll(async () => {
  first = await checkout("1.0.0", "release one");
  second = await checkout("2.0.0");
});
afterAll(async () => {
  for (const server of servers) server.close();
  for (const one of folders) await rm(one, { recursive: true, force: true });
});

const pin = (origin: string, { built }: typeof first) =>
  `<script src="${origin}/widget/${built.pinned}" integrity="${built.files[built.pinned]?.integrity}" crossorigin="anonymous" data-site-key="pub_x" data-api-url="${gateway.origin}" defer></script>`;

test("a page pinned to release 1 opens, asks and gets its answer after release 2 from a fresh checkout", async () => {
  await serve(product, first.outDir);
  const shared = Object.keys(first.built.files).filter((file) => file in second.built.files && file !== "v1.js");
  expect(shared).not.toContain(first.built.pinned);
  // Nothing of the first release lies in the second one's folder.
  await rm(first.outDir, { recursive: true });
  const origin = await serve(product, second.outDir);
  await page.goto(site.page(shell(pin(origin, first))));
  await page.locator(".launcher").waitFor();
  expect(await page.evaluate("Gatehouse.version")).toBe("1.0.0");
  await ask("What is your return policy?");
  await expectCitedAnswer();
  expect(await page.locator("header .fine").textContent()).toBe("Answers with sources, release one");
  await page.locator("[aria-label='Conversation menu']").click();
  await page.locator(".menu").getByText("New conversation, release one").waitFor();

  await page.goto(site.page(shell(pin(origin, second))));
  await page.locator(".launcher").waitFor();
  expect(await page.evaluate("Gatehouse.version")).toBe("2.0.0");
});

test("a widget that is built anew under a running server has all its parts at once", async () => {
  const { outDir } = await checkout("1.0.0");
  const origin = await serve(product, outDir);
  const early = await (await fetch(`${origin}/widget/v1.js`)).text();
  await cp(second.outDir, outDir, { recursive: true });
  const late = await fetch(`${origin}/widget/v1.js`);
  expect(await late.text()).not.toBe(early);
  for (const file of Object.keys(second.built.files)) {
    const answered = await fetch(`${origin}/widget/${file}`);
    expect(answered.status, file).toBe(200);
    expect(await answered.text()).toBe(await readFile(path.join(second.outDir, file), "utf8"));
  }
});

test("only what is named by its content may be kept for ever; the others are asked for anew", async () => {
  const origin = await serve(product, second.outDir);
  const moving = "public, max-age=300, stale-while-revalidate=86400";
  const expected = [
    [second.built.pinned, "public, max-age=31536000, immutable", /^text\/javascript/],
    ["v1.js", moving, /^text\/javascript/],
    ["manifest.json", moving, /^application\/json/],
    ["gatehouse.d.ts", moving, /^text\/plain/],
  ] as const;
  for (const [file, cache, type] of expected) {
    const { status, headers } = await fetch(`${origin}/widget/${file}`, { headers: { "accept-encoding": "br" } });
    expect([status, headers.get("cache-control"), headers.get("content-encoding")], file).toEqual([200, cache, "br"]);
    expect(headers.get("content-type")).toMatch(type);
    expect(headers.get("access-control-allow-origin")).toBe("*");
    expect(headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    const again = await fetch(`${origin}/widget/${file}`, {
      headers: { "accept-encoding": "br", "if-none-match": headers.get("etag") ?? "" },
    });
    expect(again.status).toBe(304);
  }
  const { headers } = await fetch(`${origin}/widget/v1.js`, { headers: { "accept-encoding": "br;q=0, gzip" } });
  expect(headers.get("content-encoding")).toBe("gzip");
  for (const file of ["0000000000000000.js", "..%2fpackage.json", "../../package.json", "words.ts", ""]) {
    const answered = await fetch(`${origin}/widget/${file}`);
    expect(answered.status, file).toBe(404);
    if (file.endsWith(".js")) expect(answered.headers.get("cache-control")).toBe("no-store");
  }
  expect((await fetch(`${origin}/widget/v1.js`, { method: "POST" })).status).toBe(405);
});
