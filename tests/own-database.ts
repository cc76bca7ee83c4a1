// A database for one file's tests alone: for what looks at all tenants, which in other files are others'.
import { afterAll } from "vitest";
import { migrate } from "../src/store/migrate";
import { freshDatabase } from "./fresh-database";

/** From here on, products of this file are built on a database of their own. Call it before the first of them. */
export async function openOwnDatabase(): Promise<void> {
  const database = await freshDatabase();
  await migrate(database.url, `${import.meta.dirname}/../prisma/migrations`);
  process.env.DATABASE_URL = database.url;
  // After the products, which close first.
  afterAll(() => database.close());
}
