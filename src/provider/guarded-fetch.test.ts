import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openGuardedFetch } from "./guarded-fetch";
import { isPublicAddress } from "./public-address";

let server: Server;
let port: number;
let sent = 0;

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? "/";
    if (path === "/busy") return response.writeHead(503).end();
    if (path === "/wait") return response.writeHead(429, { "retry-after": "7" }).end();
    if (path === "/gone") return response.writeHead(410).end();
    if (path === "/loop") return response.writeHead(302, { location: "/loop" }).end();
    if (path === "/large") return response.writeHead(200, { "content-type": "text/plain" }).end("x".repeat(300_000));
    if (path === "/declared") {
      response.writeHead(200, { "content-type": "text/plain", "content-length": 500_000_000 }).write("x");
      return;
    }
    if (path === "/endless") {
      response.writeHead(200, { "content-type": "text/plain" });
      const more = () => {
        while (!response.destroyed && sent < 500_000_000) {
          sent += 50_000;
          if (!response.write("x".repeat(50_000))) return void response.once("drain", more);
        }
        response.end();
      };
      return more();
    }
    if (path === "/bomb") {
      const bomb = gzipSync(Buffer.alloc(50_000_000));
      return response.writeHead(200, { "content-type": "text/plain", "content-encoding": "gzip" }).end(bomb);
    }
    if (path === "/slow") return void response.writeHead(200, { "content-type": "text/plain" }).write("a");
    response.writeHead(200, { "content-type": "text/plain" }).end("hello");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test("trouble that may pass is told from what will stay, and for how long a server asks to be left alone", async () => {
  const nobody = createServer();
  await new Promise<void>((resolve) => nobody.listen(0, "127.0.0.1", resolve));
  const { port: closed } = nobody.address() as AddressInfo;
  await new Promise((resolve) => nobody.close(resolve));
  const get = openGuardedFetch({
    allow: [`127.0.0.1:${port}`, `127.0.0.1:${closed}`],
    timeoutMilliseconds: 2000,
  });
  for (const path of ["busy", "slow"]) {
    await expect(get(`http://127.0.0.1:${port}/${path}`)).rejects.toMatchObject({ passing: true });
  }
  await expect(get(`http://127.0.0.1:${port}/wait`)).rejects.toMatchObject({ passing: true, retryAfterMs: 7000 });
  await expect(get(`http://127.0.0.1:${closed}/`)).rejects.toMatchObject({ passing: true });
  await expect(get(`http://127.0.0.1:${port}/gone`)).rejects.toMatchObject({
    message: "The page answers 410.",
    passing: false,
  });
  await expect(get("http://10.0.0.1/")).rejects.toMatchObject({ passing: false });
});

test("the one exception is what the operator allowed, by host and port", async () => {
  const get = openGuardedFetch({ allow: [`127.0.0.1:${port}`], timeoutMilliseconds: 2000 });
  const page = await get(`http://127.0.0.1:${port}/`);
  expect(new TextDecoder().decode(page.body)).toBe("hello");
  await expect(get(`http://127.0.0.1:${port + 1}/`)).rejects.toThrow(`Port ${port + 1} is not read.`);
  await expect(get(`http://localhost:${port}/`)).rejects.toThrow(`Port ${port} is not read.`);
});

test("redirects without an end, too much, and too slow come to one", async () => {
  const get = openGuardedFetch({ allow: [`127.0.0.1:${port}`], timeoutMilliseconds: 2000, maxBytes: 200_000 });
  const from = (path: string) => get(`http://127.0.0.1:${port}${path}`);
  await expect(from("/loop")).rejects.toThrow("The page redirects more than 5 times.");
  await expect(from("/large")).rejects.toThrow("The page is larger than 0.2 MB.");
  await expect(from("/bomb")).rejects.toThrow("The page is larger than 0.2 MB.");
  await expect(from("/slow")).rejects.toThrow("The page took too long to answer.");
});

test("of 500 MB no more is taken than may be read", async () => {
  const get = openGuardedFetch({ allow: [`127.0.0.1:${port}`], maxBytes: 200_000 });
  await expect(get(`http://127.0.0.1:${port}/declared`)).rejects.toThrow("The page is larger than 0.2 MB.");
  await expect(get(`http://127.0.0.1:${port}/endless`)).rejects.toThrow("The page is larger than 0.2 MB.");
  // What both ends of a connection hold ready, and not what the page would have.
  expect(sent).toBeLessThan(50_000_000);
});

test.each([
  ["93.184.216.34", true],
  ["2606:4700::1111", true],
  ["::ffff:93.184.216.34", true],
  ["127.0.0.1", false],
  ["64:ff9b::7f00:1", false],
  ["64:ff9b:1::7f00:1", false],
  ["2002:7f00:1::", false],
  ["2001:0:7f00:1::", false],
  ["::7f00:1", false],
  ["::ffff:0:7f00:1", false],
  ["fec0::1", false],
  ["4000::1", false],
  ["100.64.0.1", false],
  ["192.0.0.192", false],
  ["168.63.129.16", false],
  ["::ffff:168.63.129.16", false],
])("%s is public: %s", (address, expected) => expect(isPublicAddress(address)).toBe(expected));
