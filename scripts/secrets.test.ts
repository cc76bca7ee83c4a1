import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { localSecrets } from "./secrets.mjs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "secrets-"));
  for (const name of ["GATEHOUSE_URL", "GATEHOUSE_SECRET", "GATEHOUSE_VAULT_KEY", "GATEHOUSE_DEMO_PASSWORD"]) {
    vi.stubEnv(name, "");
  }
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

test("made once, 32 bytes each, for the owner's eyes only", () => {
  const first = localSecrets(folder);
  expect(Buffer.from(first.GATEHOUSE_VAULT_KEY ?? "", "base64")).toHaveLength(32);
  expect(Buffer.from(first.GATEHOUSE_SECRET ?? "", "base64")).toHaveLength(32);
  expect(localSecrets(folder)).toEqual(first);
  expect(statSync(path.join(folder, "secrets.json")).mode & 0o777).toBe(0o600);
});

test("what the environment gives is not replaced", () => {
  vi.stubEnv("GATEHOUSE_VAULT_KEY", "given");
  expect(Object.keys(localSecrets(folder)).sort()).toEqual(["GATEHOUSE_DEMO_PASSWORD", "GATEHOUSE_SECRET"]);
});

test.each(["https://gate.example.com", "http://10.0.0.5:3000", "nonsense"])("none for others to reach: %s", (url) => {
  vi.stubEnv("GATEHOUSE_URL", url);
  expect(localSecrets(folder)).toEqual({});
});

test("a file that cannot be read is not replaced by fresh keys", () => {
  const file = path.join(folder, "secrets.json");
  writeFileSync(file, "{ half");
  expect(() => localSecrets(folder)).toThrow();
  expect(readFileSync(file, "utf8")).toBe("{ half");
});
