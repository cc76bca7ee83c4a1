import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openLimiter } from "./limiter";
import { openKeptWindows } from "./limiter-kept";
import { createProcessLimiter } from "./limiter-process";

const rule = { name: "sign-in-email", limit: 3, windowSeconds: 600 };
const secret = "a secret of this installation";
let folder: string;
let file: string;
let time = 0;
const now = () => time;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "limits-"));
  file = path.join(folder, "limits.json");
  time = 1_800_000_000_000;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = () => {
  const limiter = openLimiter({ now });
  limiter.keepIn(file, secret);
  return limiter;
};

test("what was spent before a restart is spent after it, until its window is over", async () => {
  const before = open();
  for (let one = 0; one < 3; one++) expect((await before.take(rule, "somebody@example.com")).allowed).toBe(true);
  await before.close();

  const after = open();
  expect((await after.take(rule, "somebody@example.com")).allowed).toBe(false);
  expect((await after.take(rule, "somebody.else@example.com")).allowed).toBe(true);
  await after.close();

  time += 2 * 600_000;
  const later = open();
  expect((await later.take(rule, "somebody@example.com")).allowed).toBe(true);
  await later.close();
});

test("a process that dies without a word has written what it counted", async () => {
  const kept = openKeptWindows(file, secret, 10);
  const dying = createProcessLimiter(now, kept);
  for (let one = 0; one < 3; one++) await dying.take(rule, "somebody@example.com");
  await expect.poll(() => readFileSync(file, "utf8").includes('"current":3'), { timeout: 5_000 }).toBe(true);

  const after = open();
  expect((await after.take(rule, "somebody@example.com")).allowed).toBe(false);
  await Promise.all([after.close(), kept.close()]);
});

test("the file is its owner's and names nobody, not even to who guesses", async () => {
  const limiter = open();
  await limiter.take(rule, "somebody@example.com");
  await limiter.close();
  const text = readFileSync(file, "utf8");
  expect(text).not.toMatch(/somebody|sign-in/);
  expect(statSync(file).mode & 0o077).toBe(0);
  const other = openKeptWindows(path.join(folder, "other.json"), "another secret");
  expect(text).not.toContain(other.keyOf("sign-in-email:somebody@example.com"));
  await other.close();
});

test.each([
  ["no JSON", "{"],
  ["another shape", '{"a":1}'],
  ["a number that is none", '[["KEY",{"number":3000000,"windowMs":600000,"current":"x","previous":0}]]'],
])("a file with %s counts as empty", async (_, text) => {
  const { keyOf, close } = openKeptWindows(file, secret);
  await close();
  writeFileSync(file, text.replace("KEY", keyOf("sign-in-email:a")));
  const limiter = open();
  expect((await limiter.take(rule, "a")).remaining).toBe(2);
  await limiter.close();
});

test("where the file cannot be written it is counted all the same", async () => {
  writeFileSync(file, "");
  const limiter = openLimiter({ now });
  limiter.keepIn(path.join(file, "limits.json"), secret);
  for (let one = 0; one < 3; one++) await limiter.take(rule, "a");
  expect((await limiter.take(rule, "a")).allowed).toBe(false);
  await limiter.close();
});
