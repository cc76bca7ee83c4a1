import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { openVault } from "./vault";

const vault = openVault(randomBytes(32).toString("base64"));

test("what was sealed opens at its place and is not readable before", () => {
  const sealed = vault.seal("ghs_secret", "ten_a:signing_secret.sealed:k_1");
  expect(sealed).not.toContain("ghs_secret");
  expect(sealed).toMatch(/^v1\.[0-9a-f]{8}\.[\w-]{16}\.[\w-]+$/);
  expect(vault.open(sealed, "ten_a:signing_secret.sealed:k_1")).toBe("ghs_secret");
});

test("a text moved to another place, altered, or sealed under another key does not open", () => {
  const sealed = vault.seal("ghs_secret", "ten_a:column");
  expect(() => vault.open(sealed, "ten_b:column")).toThrow();
  const parts = sealed.split(".");
  const last = Buffer.from(parts[3] ?? "", "base64url");
  last[0] = (last[0] ?? 0) ^ 1;
  expect(() => vault.open([...parts.slice(0, 3), last.toString("base64url")].join("."), "ten_a:column")).toThrow();
  expect(() => openVault(randomBytes(32).toString("base64")).open(sealed, "ten_a:column")).toThrow(/another key/);
});

test("two seals of one text differ", () => {
  expect(vault.seal("a", "p")).not.toBe(vault.seal("a", "p"));
});
