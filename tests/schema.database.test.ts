// prisma/schema.prisma and the migrations are two descriptions of one database: here they are compared.
import pg from "pg";
import { expect, test } from "vitest";
import { schemaDiff } from "../scripts/schema-diff.mjs";

test("the migrations make the tables, columns and indexes that the schema describes", async () => {
  const url = process.env.DATABASE_URL ?? "";
  const ddl = (await schemaDiff(null, url)) ?? "";
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("BEGIN; CREATE SCHEMA described; SET LOCAL search_path = described, public");
    await client.query(ddl.replace(/CREATE SCHEMA IF NOT EXISTS "public";/, ""));
    const described = await describe(client, "described");
    expect(described.length).toBeGreaterThan(100);
    expect(described).toEqual(await describe(client, "public"));
  } finally {
    await client.query("ROLLBACK");
    await client.end();
  }
});

// Prisma's language has no words for the search indexes, nor for indexes of some rows only.
async function describe(client: pg.Client, schema: string): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(
    `SELECT format('%s.%s %s %s', table_name, column_name, data_type, is_nullable) AS line
       FROM information_schema.columns WHERE table_schema = $1 AND table_name <> '_prisma_migrations'
     UNION ALL
     SELECT replace(indexdef, $1 || '.', '') FROM pg_indexes
      WHERE schemaname = $1 AND tablename <> '_prisma_migrations' AND indexname NOT IN ('passage_search_idx', 'message_search_idx')
        AND indexdef NOT LIKE '% WHERE %'
     ORDER BY 1`,
    [schema],
  );
  return rows.map(({ line }) => line);
}
