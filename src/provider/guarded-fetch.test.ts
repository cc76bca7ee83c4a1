import type dns from "node:dns";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isPublicAddress, openGuardedFetch } from "./guarded-fetch";

let server: Server;
let port: number;
let reached = 0;

beforeAll(async () => {
  server = createServer((request, response) => {
    reached++;
    const path = request.url ?? "/";
    if (path === "/busy") return response.writeHead(503).end();
    if (path === "/gone") return response.writeHead(410).end();
    if (path === "/loop") return response.writeHead(302, { location: "/loop" }).end();
    if (path === "/metadata") return response.writeHead(302, { location: "http://169.254.169.254/latest/" }).end();
    if (path === "/file") return response.writeHead(302, { location: "file:///etc/passwd" }).end();
    if (path === "/large") return response.writeHead(200, { "content-type": "text/plain" }).end("x".repeat(300_000));
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

/** A resolver that gives these addresses, one after the other. */
function resolver(...addresses: string[]): typeof dns.lookup {
  let at = 0;
  return ((_host: string, options: { all?: boolean }, done: (...args: unknown[]) => void) => {
    const address = addresses[Math.min(at++, addresses.length - 1)];
    options.all ? done(null, [{ address, family: 4 }]) : done(null, address, 4);
  }) as unknown as typeof dns.lookup;
}

describe("refuses, without a connection,", () => {
  test.each([
    "http://127.0.0.1/",
    "http://localhost/",
    "http://0x7f.1/",
    "http://0x7f000001/",
    "http://2130706433/",
    "http://0177.0.0.1/",
    "http://127.1/",
    "http://0.0.0.0/",
    "http://[::1]/",
    "http://[::]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[2002:7f00:1::]/",
    "http://[fd00::1]/",
    "http://[fe80::1]/",
    "http://10.0.0.1/",
    "http://172.16.0.1/",
    "http://192.168.1.1/",
    "http://100.64.0.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://224.0.0.1/",
    "http://255.255.255.255/",
    "http://user@example.com/",
    "http://example.com:22/",
    "http://example.com:6379/",
    "file:///etc/passwd",
    "gopher://example.com/",
    "data:text/plain,hello",
    "nonsense",
  ])("%s", async (address) => {
    const before = reached;
    await expect(openGuardedFetch()(address)).rejects.toMatchObject({ message: expect.stringMatching(/\w{3}/) });
    expect(reached).toBe(before);
  });
});

test("a name that resolves to a private address is refused", async () => {
  const before = reached;
  await expect(openGuardedFetch({ resolve: resolver("127.0.0.1") })("http://public.test:8080/")).rejects.toThrow(
    /not on the public internet/,
  );
  expect(reached).toBe(before);
});

test("DNS rebinding: the address that was checked is the one that is connected to", async () => {
  const asked: string[] = [];
  const rebinding = ((host: string, options: object, done: (...args: unknown[]) => void) => {
    asked.push(host);
    resolver(asked.length === 1 ? "192.0.2.1" : "127.0.0.1")(host, options as never, done as never);
  }) as unknown as typeof dns.lookup;
  const before = reached;
  // 192.0.2.1 is for documentation, refused as well; a second look-up must not be believed either.
  const get = openGuardedFetch({ resolve: rebinding, timeoutMilliseconds: 1500 });
  await expect(get("http://rebind.test:8080/")).rejects.toThrow();
  await expect(get("http://rebind.test:8080/")).rejects.toThrow(/not on the public internet/);
  expect(reached).toBe(before);
});

test("trouble that may pass is told from what will stay", async () => {
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
  await expect(get(`http://127.0.0.1:${closed}/`)).rejects.toMatchObject({ passing: true });
  await expect(get(`http://127.0.0.1:${port}/gone`)).rejects.toMatchObject({
    message: "The page answers 410.",
    passing: false,
  });
  await expect(get("http://10.0.0.1/")).rejects.toMatchObject({ passing: false });
});

test("the one exception is what the operator allowed, by host and port", async () => {
  const get = openGuardedFetch({ allow: [`127.0.0.1:${port}`], timeoutMilliseconds: 2000, maxBytes: 200_000 });
  const page = await get(`http://127.0.0.1:${port}/`);
  expect(new TextDecoder().decode(page.body)).toBe("hello");
  await expect(get(`http://127.0.0.1:${port + 1}/`)).rejects.toThrow(/Port/);
  await expect(get(`http://127.0.0.1:${port}/metadata`)).rejects.toThrow(/not on the public internet/);
  await expect(get(`http://127.0.0.1:${port}/file`)).rejects.toThrow(/Only http and https/);
  await expect(get(`http://127.0.0.1:${port}/loop`)).rejects.toThrow(/redirects more than 5 times/);
  await expect(get(`http://127.0.0.1:${port}/large`)).rejects.toThrow(/larger than 0.2 MB/);
  await expect(get(`http://127.0.0.1:${port}/bomb`)).rejects.toThrow(/larger than 0.2 MB/);
  await expect(get(`http://127.0.0.1:${port}/slow`)).rejects.toThrow(/too long/);
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
