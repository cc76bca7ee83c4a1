import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { freshDatabase } from "../../tests/fresh-database";
import { migrate } from "./migrate";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let folder: string;
const real = path.join(import.meta.dirname, "../../prisma/migrations");

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await ask("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
  folder = mkdtempSync(path.join(tmpdir(), "migrations-"));
  return () => rmSync(folder, { recursive: true });
});

async function ask(sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  return (await client.query(sql).finally(() => client.end())).rows;
}

function write(name: string, sql: string): void {
  mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(path.join(folder, name, "migration.sql"), sql);
}

test("applies each migration once, in order, recorded as Prisma records it", async () => {
  write("0002_more", "INSERT INTO noted VALUES ('second')");
  write("0001_first", "CREATE TABLE noted (text text); INSERT INTO noted VALUES ('first')");
  expect(await migrate(database.url, folder)).toEqual(["0001_first", "0002_more"]);
  expect(await migrate(database.url, folder)).toEqual([]);
  expect(await ask("SELECT text FROM noted")).toEqual([{ text: "first" }, { text: "second" }]);
  const rows = await ask(
    "SELECT migration_name, length(checksum) AS length, applied_steps_count AS steps, finished_at IS NOT NULL AS finished FROM _prisma_migrations ORDER BY 1",
  );
  expect(rows[0]).toEqual({ migration_name: "0001_first", length: 64, steps: 1, finished: true });
});

test("eight at once apply each migration exactly once", async () => {
  for (const n of [1, 2, 3]) write(`000${n}`, `CREATE TABLE t${n} (x int); SELECT pg_sleep(0.02)`);
  const applied = await Promise.all(Array.from({ length: 8 }, () => migrate(database.url, folder)));
  expect(applied.flat().sort()).toEqual(["0001", "0002", "0003"]);
  expect(await ask("SELECT count(*)::int AS n FROM _prisma_migrations")).toEqual([{ n: 3 }]);
});

test("an applied migration that was edited is refused by name, and nothing after it is applied", async () => {
  write("0001", "CREATE TABLE a (x int)");
  await migrate(database.url, folder);
  write("0001", "CREATE TABLE a (x bigint)");
  write("0002", "CREATE TABLE b (x int)");
  await expect(migrate(database.url, folder)).rejects.toThrow(/^Migration 0001 was edited after it had been applied/);
  expect(await ask("SELECT to_regclass('b') AS b")).toEqual([{ b: null }]);
});

test("a migration that fails leaves nothing behind and is tried again", async () => {
  write("0001", "CREATE TABLE kept (x int)");
  write("0002", "CREATE TABLE gone (x int); INSERT INTO nowhere VALUES (1)");
  await expect(migrate(database.url, folder)).rejects.toThrow(/^Migration 0002 failed: relation "nowhere"/);
  expect(await ask("SELECT to_regclass('kept') IS NOT NULL AS kept, to_regclass('gone') AS gone")).toEqual([
    { kept: true, gone: null },
  ]);
  write("0002", "CREATE TABLE gone (x int)");
  expect(await migrate(database.url, folder)).toEqual(["0002"]);
});

test("the product's own migrations apply to an empty database, by several processes at once", async () => {
  const applied = await Promise.all(Array.from({ length: 4 }, () => migrate(database.url, real)));
  expect(applied.flat().length).toBeGreaterThan(1);
  expect(new Set(applied.flat()).size).toBe(applied.flat().length);
});
