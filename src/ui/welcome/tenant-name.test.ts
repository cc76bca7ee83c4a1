import { expect, test } from "vitest";
import { toTenantName } from "./tenant-name";

const named = (url: string, title: string, name = "") =>
  toTenantName({ url, face: { url, title, name, icon: null, color: null, sitemapPages: null, mayRead: true } });

test.each([
  ["https://skerry.example/", "Jumpers | Skerry Wool", "Skerry", "Skerry"],
  ["https://www.skerrywool.com/", "Jumpers that last | Skerry Wool", "", "Skerry Wool"],
  ["https://skerry.com/", "Skerry: jumpers that last", "", "Skerry"],
  ["https://skerry.com/", "Welcome", "", "Welcome"],
  ["https://www.skerry.com/", "Jumpers – socks – hats", "", "skerry.com"],
  ["https://skerry.com/", "", "", "skerry.com"],
  ["http://127.0.0.1:3000/", "", "", "127.0.0.1"],
])("%s titled %j is %s", (url, title, name, expected) => expect(named(url, title, name)).toBe(expected));

test("a site that could not be read is its host", () => {
  expect(toTenantName({ url: "https://www.example.com/", face: null })).toBe("example.com");
});
