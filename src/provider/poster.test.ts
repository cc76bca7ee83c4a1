// A webhook is delivered when its receiver says so, whatever else it says.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPoster } from "./poster";

let closed = 0;
const receiver = createServer((request, response) => {
  request.resume();
  response.on("close", () => {
    closed += 1;
  });
  response.writeHead(request.url === "/gone" ? 410 : 200, { "content-type": "text/plain" });
  if (request.url === "/large") response.end("x".repeat(5_000_000));
  // Never ended.
  else if (request.url === "/endless") response.write("x");
  else response.end();
});
let host: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  host = `127.0.0.1:${(receiver.address() as AddressInfo).port}`;
});
afterAll(() => {
  receiver.closeAllConnections();
  receiver.close();
});

test.each([
  ["/", 200],
  ["/large", 200],
  ["/endless", 200],
  ["/gone", 410],
])("%s is answered %d, and nothing of a body is waited for", async (path, status) => {
  const began = performance.now();
  const before = closed;
  expect(await openPoster({ allow: [host] }).post(`http://${host}${path}`, {}, "{}")).toBe(status);
  expect(performance.now() - began).toBeLessThan(2000);
  // The connection is let go of as well.
  await expect.poll(() => closed).toBe(before + 1);
});
