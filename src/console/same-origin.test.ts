import { expect, test } from "vitest";
import { isSameOrigin } from "./same-origin";
import { toOwnPath } from "./sign-in";

const asks = (origin: string | null, host: string) =>
  new Request("http://x", { method: "POST", headers: { host, ...(origin === null ? {} : { origin }) } });

test.each([
  ["https://chat.example.com", "https://chat.example.com", "chat.example.com", true],
  ["https://chat.example.com", "https://evil.example", "evil.example", false],
  ["https://chat.example.com", "http://localhost", "localhost", false],
  ["https://chat.example.com", "http://chat.example.com", "chat.example.com", false],
  ["https://chat.example.com", "null", "chat.example.com", false],
  ["https://chat.example.com", null, "chat.example.com", false],
  ["http://localhost:3000", "http://localhost:3000", "localhost:3000", true],
  ["http://localhost:3000", "http://127.0.0.1:3000", "127.0.0.1:3000", true],
  ["http://localhost:3000", "http://127.0.0.1:4000", "localhost:3000", false],
  ["http://localhost:3000", "http://rebound.example:3000", "rebound.example:3000", false],
])("at %s, a change from %s to host %s: %s", (publicUrl, origin, host, expected) => {
  expect(isSameOrigin(asks(origin, host), publicUrl)).toBe(expected);
});

test.each([
  ["/account?x=1", "/account?x=1"],
  ["https://chat.example.com/account", "/account"],
  ["https://evil.example/account", "/"],
  ["//evil.example", "/"],
  ["/\\evil.example", "/"],
  ["/.//evil.example", "/evil.example"],
  ["javascript:alert(1)", "/"],
  ["", "/"],
])("after signing in, %s leads to %s", (asked, path) => {
  expect(toOwnPath(asked, "https://chat.example.com")).toBe(path);
});
