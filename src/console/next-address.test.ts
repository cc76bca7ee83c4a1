import { expect, test } from "vitest";
import { toNext, toSignIn } from "./next-address";

test.each([
  ["/ten_1/refusals?reason=x&page=2", "/ten_1/refusals?reason=x&page=2"],
  ["https://chat.example.com/ten_1", "/ten_1"],
  ["/account", "/account"],
  // Nowhere, or nowhere else than here.
  [undefined, "/console"],
  [["/account", "/account"], "/console"],
  ["", "/console"],
  ["/", "/console"],
  ["https://evil.example/account", "/console"],
  ["//evil.example", "/console"],
  ["/\\evil.example", "/console"],
  ["/\t/evil.example", "/console"],
  ["\\\\evil.example", "/console"],
  ["https:evil.example", "/evil.example"],
  ["https://chat.example.com@evil.example/", "/console"],
  ["https://chat.example.com.evil.example/", "/console"],
  ["javascript:alert(1)", "/console"],
  ["data:text/html,x", "/console"],
  // In a circle, or to what is no page.
  ["/sign-in", "/console"],
  ["/sign-in?next=/sign-in", "/console"],
  ["/api/auth/signout", "/console"],
  [`/${"a".repeat(3000)}`, "/console"],
])("a sign-in that is asked to lead to %j leads to %s", (asked, path) => {
  expect(toNext(asked, "https://chat.example.com")).toBe(path);
});

test("whoever is sent to the sign-in is sent back after it", () => {
  const address = toSignIn("/ten_1/refusals?reason=x&page=2");
  const { pathname, searchParams } = new URL(address, "https://chat.example.com");
  expect(pathname).toBe("/sign-in");
  expect(toNext(searchParams.get("next"), "https://chat.example.com")).toBe("/ten_1/refusals?reason=x&page=2");
  expect(toSignIn("/console")).toBe("/sign-in");
  expect(toSignIn(null)).toBe("/sign-in");
});
