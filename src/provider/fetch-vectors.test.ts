// What a tenant may try so that we ask on its behalf what it cannot reach itself. Each way is refused with its own reason,
// and where it leads somebody listens: that nothing arrived is no accident.
import type { lookup } from "node:dns";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Agent, fetch } from "undici";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { openDns, openInside, PUBLIC_ADDRESS } from "../../tests/stand-in-inside";
import { openGuardedFetch, openGuardedPost } from "./guarded-fetch";
import { openGuardedModelFetch } from "./model-fetch";
import { isPublicAddress } from "./public-address";

const inside = await openInside();
const { address, port } = inside;
const [a = 0, b = 0, c = 0, d = 0] = address.split(".").map(Number);
const number = ((a * 256 + b) * 256 + c) * 256 + d;
const hex = (value: number) => value.toString(16);
const mapped = `${hex(a * 256 + b)}:${hex(c * 256 + d)}`;

/** An allowed site that sends everybody on to what stands after its `?`. */
const sender = createServer((request, response) => {
  response.writeHead(302, { location: decodeURIComponent((request.url ?? "").split("?")[1] ?? "") }).end();
});
await new Promise<void>((resolve) => sender.listen(0, "127.0.0.1", resolve));
const senderHost = `127.0.0.1:${(sender.address() as AddressInfo).port}`;
afterAll(() => {
  inside.close();
  sender.closeAllConnections();
  sender.close();
});
beforeEach(() => {
  inside.asked.length = 0;
});

const notPublic = (host: string) => `${host} is not on the public internet.`;
/** Asks as for a model: what refuses stands below what the SDK's fetch throws. */
const askModel = (url: string, options = {}) =>
  openGuardedModelFetch(options)(url, {}).catch((error: Error) => {
    throw error.cause ?? error;
  });

/** The one that listens, spelled in every way that leads there. */
const LEAD_INSIDE = [
  address,
  `0x${hex(a)}.${b}.${c}.${d}`,
  `0x${hex(number)}`,
  `${number}`,
  `0${number.toString(8)}`,
  `0${a.toString(8)}.0${b.toString(8)}.0${c.toString(8)}.0${d.toString(8)}`,
  `${a}.${b}.${c * 256 + d}`,
  `${a}.${(b * 256 + c) * 256 + d}`,
  `${address}.`,
  address.replaceAll(".", "。"),
  [...address].map((letter) => (letter === "." ? "." : String.fromCodePoint(0xff10 + Number(letter)))).join(""),
  `[::ffff:${address}]`,
  `[::ffff:${mapped}]`,
  `[0:0:0:0:0:ffff:${mapped}]`,
];

describe("what leads inside arrives when nobody guards it, and not when we are asked", () => {
  test.each(LEAD_INSIDE)("%s", async (host) => {
    const url = `http://${host}:${port}/secret`;
    const plain = await fetch(url);
    expect(await plain.text()).toBe("the secret inside");
    expect(inside.asked).toEqual(["/secret"]);
    const { hostname } = new URL(url);
    await expect(openGuardedFetch()(url)).rejects.toThrow(notPublic(hostname));
    await expect(openGuardedPost()(url, {}, "{}")).rejects.toThrow(notPublic(hostname));
    await expect(askModel(url)).rejects.toThrow(notPublic(hostname));
    expect(inside.asked).toEqual(["/secret"]);
  });
});

/** Hosts that are no public ones, whoever listens there. */
const NOT_PUBLIC = [
  ...["127.0.0.1", "127.1", "0.0.0.0", "0", "localhost"],
  ...["10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "100.64.0.1"],
  // Metadata of clouds.
  ...["169.254.169.254", "169.254.170.2", "100.100.100.200", "192.0.0.192", "168.63.129.16"],
  ...["2852039166", "0xa9fea9fe", "0251.0376.0251.0376", "[::ffff:a9fe:a9fe]", "[fd00:ec2::254]"],
  ...["169.254.0.1", "224.0.0.1", "239.255.255.250", "255.255.255.255", "240.0.0.1"],
  ...["192.0.2.1", "198.51.100.1", "203.0.113.1", "198.18.0.1"],
  ...["[::1]", "[::]", "[::7f00:1]", "[::ffff:0:7f00:1]", "[fd00::1]", "[fc00::1]", "[fe80::1]", "[fec0::1]"],
  ...["[ff02::1]", "[64:ff9b::7f00:1]", "[64:ff9b::a9fe:a9fe]", "[64:ff9b:1::7f00:1]"],
  ...["[2002:7f00:1::]", "[2002:a9fe:a9fe::1]", "[2001:0:7f00:1::]", "[2001:db8::1]", "[4000::1]", "[5f00::1]"],
];
const REFUSED: [string, string][] = [
  ...NOT_PUBLIC.map((host): [string, string] => [`http://${host}/`, notPublic(new URL(`http://${host}/`).hostname)]),
  ["http://example.com:22/", "Port 22 is not read."],
  ["http://example.com:25/", "Port 25 is not read."],
  ["https://example.com:6379/", "Port 6379 is not read."],
  [`http://user:password@${address}:${port}/`, "An address with a user name or password in it is not read."],
  ["http://example.com@169.254.169.254/", "An address with a user name or password in it is not read."],
  ["file:///etc/passwd", "Only http and https addresses can be read."],
  ["gopher://example.com/", "Only http and https addresses can be read."],
  ["ftp://example.com/", "Only http and https addresses can be read."],
  ["data:text/plain,hello", "Only http and https addresses can be read."],
  ["javascript:alert(1)", "Only http and https addresses can be read."],
  ["http://[::1", "This is not a web address."],
];

describe("is refused with its reason, also where a redirect leads there:", () => {
  const get = openGuardedFetch({ allow: [senderHost] });
  test.each(REFUSED)("%s", async (url, reason) => {
    await expect(get(url)).rejects.toThrow(reason);
    await expect(openGuardedPost()(url, {}, "{}")).rejects.toThrow(reason);
    await expect(askModel(url)).rejects.toThrow(reason);
    await expect(get(`http://${senderHost}/?${encodeURIComponent(url)}`)).rejects.toThrow(reason);
  });

  test.each(LEAD_INSIDE)("from a redirect, %s", async (host) => {
    // A header holds no letters beyond Latin; a host may be written in percents as well.
    const url = `http://${host.startsWith("[") ? host : encodeURI(host)}:${port}/secret`;
    await expect(get(`http://${senderHost}/?${encodeURIComponent(url)}`)).rejects.toThrow(
      notPublic(new URL(url).hostname),
    );
    expect(inside.asked).toEqual([]);
  });
});

describe("DNS", () => {
  const url = `http://rebind.test:${port}/secret`;

  /** What is done in many places: look the name up, check it, then fetch. */
  async function checkThenFetch(resolve: typeof lookup): Promise<string> {
    const found = await new Promise<string>((done) => resolve("rebind.test", { family: 0 }, (_, first) => done(first)));
    if (!isPublicAddress(found)) throw new Error(notPublic("rebind.test"));
    const dispatcher = new Agent({ connect: { lookup: resolve as never } });
    return (await fetch(url, { dispatcher })).text();
  }

  test("a name that is public when it is checked and inside when it is connected to fools a check, not the guard", async () => {
    expect(isPublicAddress(PUBLIC_ADDRESS)).toBe(true);
    expect(await checkThenFetch(openDns([PUBLIC_ADDRESS], [address]).resolve)).toBe("the secret inside");
    expect(inside.asked).toEqual(["/secret"]);

    const dns = openDns([PUBLIC_ADDRESS], [address]);
    const get = openGuardedFetch({ resolve: dns.resolve, timeoutMilliseconds: 1500 });
    const first = await get(url).catch((error: Error) => error.message);
    // The one address that was looked up was connected to, and nobody is there.
    expect(first).toMatch(/^The page (?:could not be read|took too long)/);
    expect(dns.asked).toBe(1);
    await expect(get(url)).rejects.toThrow(notPublic("rebind.test"));
    expect(dns.asked).toBe(2);
    expect(inside.asked).toEqual(["/secret"]);
  });

  test.each([
    [[address]],
    [[PUBLIC_ADDRESS, address]],
    [[`::ffff:${address}`]],
    [["169.254.169.254"]],
    [["64:ff9b::a9fe:a9fe"]],
    [[]],
  ])("a name that leads to %j is refused, whoever asks and also from a redirect", async (answers) => {
    const { resolve } = openDns(answers);
    const get = openGuardedFetch({ resolve, allow: [senderHost] });
    await expect(get(url)).rejects.toThrow(notPublic("rebind.test"));
    await expect(get(`http://${senderHost}/?${encodeURIComponent(url)}`)).rejects.toThrow(notPublic("rebind.test"));
    await expect(openGuardedPost({ resolve })(url, {}, "{}")).rejects.toThrow(notPublic("rebind.test"));
    await expect(askModel(url, { resolve })).rejects.toThrow(notPublic("rebind.test"));
    expect(inside.asked).toEqual([]);
  });
});
