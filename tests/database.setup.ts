// One migrated database for the whole run.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { migrate } from "../src/store/migrate";
import { freshDatabase } from "./fresh-database";

/** vitest's globalSetup: what is set here reaches every test as its environment. Returns how to undo it. */
export default async function setup(): Promise<() => Promise<void>> {
  const database = await freshDatabase();
  await migrate(database.url, `${import.meta.dirname}/../prisma/migrations`);
  process.env.DATABASE_URL = database.url;
  // One that is set for something else is not ours to use.
  delete process.env.REDIS_URL;
  if (process.env.TEST_REDIS_URL) process.env.REDIS_URL = process.env.TEST_REDIS_URL;
  process.env.GATEHOUSE_SECRET = "a secret that only the tests use, forty-eight chars";
  process.env.GATEHOUSE_VAULT_KEY = Buffer.alloc(32, "tests").toString("base64");
  const folder = mkdtempSync(path.join(tmpdir(), "gatehouse-tests-"));
  process.env.GATEHOUSE_DATA = folder;
  return async () => {
    rmSync(folder, { recursive: true, force: true });
    await database.close();
  };
}
