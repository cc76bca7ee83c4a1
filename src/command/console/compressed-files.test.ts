import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exchange } from "../../../tests/raw-http";
import { withCompressedFiles } from "./compressed-files";

const outside = mkdtempSync(path.join(tmpdir(), "gatehouse-files-"));
const folder = path.join(outside, "static");
mkdirSync(path.join(folder, "chunks"), { recursive: true });
writeFileSync(path.join(folder, "chunks/0a~b-c.js.br"), brotliCompressSync("run()"));
writeFileSync(path.join(outside, "secret.js.br"), brotliCompressSync("secret"));
const handle = withCompressedFiles(folder, async (_, response) => void response.end("next"));
const server = createServer((request, response) => void handle(request, response));
let port: number;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.close();
  rmSync(outside, { recursive: true, force: true });
});

const get = (file: string, accept: string) =>
  fetch(`http://127.0.0.1:${port}${file}`, { headers: { "accept-encoding": accept } });

test("a file that was compressed is sent so, for ever", async () => {
  const response = await get("/_next/static/chunks/0a~b-c.js", "gzip, br");
  expect(response.headers.get("content-encoding")).toBe("br");
  expect(response.headers.get("content-type")).toContain("javascript");
  expect(response.headers.get("cache-control")).toContain("immutable");
  expect(await response.text()).toBe("run()");
});

test.each([
  ["/_next/static/chunks/0a~b-c.js", "gzip"],
  ["/_next/static/chunks/other.js", "br"],
  ["/_next/static/chunks/0a~b-c.js.br", "br"],
  ["/chunks/0a~b-c.js", "br"],
])("%s for who takes %s is Next's", async (file, accept) => {
  expect(await (await get(file, accept)).text()).toBe("next");
});

test.each(["/_next/static/../secret.js", "/_next/static/%2e%2e/secret.js", "/_next/static/..%2fsecret.js"])(
  "%s leads nowhere",
  async (file) => {
    const asked = `GET ${file} HTTP/1.1\r\nhost: x\r\naccept-encoding: br\r\nconnection: close\r\n\r\n`;
    expect((await exchange(port, [asked])).body).toBe("next");
  },
);
