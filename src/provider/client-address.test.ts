import { createServer, get } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { openClientAddress } from "./client-address";
import { watchPeers } from "./peer-header";

test("x-forwarded-for is believed from trusted proxies only, from right to left", () => {
  const nobody = openClientAddress([]);
  expect(nobody("203.0.113.7", "198.51.100.1")).toBe("203.0.113.7");
  const trusting = openClientAddress(["127.0.0.1", "10.0.0.0/8", "fd00::/8"]);
  expect(trusting("203.0.113.7", "198.51.100.1")).toBe("203.0.113.7");
  expect(trusting("10.1.2.3", "198.51.100.1")).toBe("198.51.100.1");
  expect(trusting("10.1.2.3", "192.0.2.66, 198.51.100.1")).toBe("198.51.100.1");
  expect(trusting("10.1.2.3", "192.0.2.66, 198.51.100.1, 10.9.9.9, fd00::1")).toBe("198.51.100.1");
  expect(trusting("::ffff:127.0.0.1", "198.51.100.1:4711")).toBe("198.51.100.1");
  expect(trusting("127.0.0.1", undefined)).toBe("127.0.0.1");
  expect(trusting("127.0.0.1", "unknown")).toBe("127.0.0.1");
  expect(trusting("127.0.0.1", "198.51.100.1, nonsense")).toBe("127.0.0.1");
});

test("IPv6 counts by its /64, mapped IPv4 as IPv4", () => {
  const address = openClientAddress([]);
  expect(address("2001:db8:1:2:3:4:5:6", "")).toBe("2001:db8:1:2::/64");
  expect(address("2001:db8:1:2:ffff::1", "")).toBe("2001:db8:1:2::/64");
  expect(address("::ffff:203.0.113.7", "")).toBe("203.0.113.7");
  expect(address(undefined, "203.0.113.7")).toBe("unknown");
});

test("a wrong range is named", () => {
  expect(() => openClientAddress(["10.0.0.0/99"])).toThrow(/GATEHOUSE_TRUSTED_PROXIES.*10\.0\.0\.0\/99/);
});

test("the socket's address is in a header before anybody handles the request, whatever the caller sent", async () => {
  const header = watchPeers();
  expect(watchPeers()).toBe(header);
  const server = createServer((request, response) => response.end(String(request.headers[header])));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const said = await new Promise<string>((resolve, reject) => {
    get({ port, host: "127.0.0.1", headers: { [header]: "198.51.100.1" } }, (response) => {
      response.setEncoding("utf8").on("data", resolve);
    }).on("error", reject);
  });
  server.close();
  expect(said).toBe("127.0.0.1");
});
