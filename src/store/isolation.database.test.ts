// The promise below every query: a table with a tenant_id shows one tenant's rows only, to every role of ours.
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";

const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
beforeAll(() => client.connect());
afterAll(() => client.end());

// Written by triggers, read by the directory only: gatehouse_tenant may not even look at it.
const announcements = "change";

const tables = async () => {
  const { rows } = await client.query<{ name: string; forced: boolean; policies: number; may_read: boolean }>(`
    SELECT c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AS forced,
           (SELECT count(*)::int FROM pg_policy p WHERE p.polrelid = c.oid
             AND 'gatehouse_tenant'::regrole = ANY (p.polroles)) AS policies,
           has_any_column_privilege('gatehouse_tenant', c.oid, 'SELECT') AS may_read
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id'
    WHERE c.relkind IN ('r', 'p') AND c.relnamespace = current_schema()::regnamespace
    ORDER BY name`);
  return rows;
};

test("every table with a tenant_id has row-level security forced and a policy for the tenant's role", async () => {
  const found = await tables();
  expect(found.length).toBeGreaterThan(15);
  const open = found.filter((table) => table.name !== announcements && !(table.forced && table.policies === 1));
  expect(open.map((table) => table.name)).toEqual([]);
});

test("the tenant's role cannot read the announcements of others", async () => {
  expect((await tables()).find((table) => table.name === announcements)?.may_read).toBe(false);
});

test("neither role can bypass row-level security, log in, or owns a table", async () => {
  const { rows } = await client.query(
    `SELECT rolname FROM pg_roles WHERE rolname LIKE 'gatehouse\\_%' AND (rolbypassrls OR rolsuper OR rolcanlogin)`,
  );
  expect(rows).toEqual([]);
  const owned = await client.query(`SELECT tablename FROM pg_tables WHERE tableowner LIKE 'gatehouse\\_%'`);
  expect(owned.rows).toEqual([]);
});

test("the tenant's role sees no row without a tenant, and cannot write for another one", async () => {
  const role = "SET LOCAL ROLE gatehouse_tenant";
  const other = "ten_0000000000000000000000";
  await client.query("BEGIN");
  await client.query("INSERT INTO tenant (id, name) VALUES ($1, 'Other')", [other]);
  await client.query("INSERT INTO corpus (tenant_id) VALUES ($1)", [other]);
  await client.query(role);
  for (const { name, may_read } of await tables()) {
    if (may_read) expect((await client.query(`SELECT 1 FROM "${name}" LIMIT 1`)).rows, name).toEqual([]);
  }
  await client.query("SET LOCAL gatehouse.tenant_id = 'ten_1111111111111111111111'");
  await expect(client.query("INSERT INTO corpus (tenant_id) VALUES ('ten_2222222222222222222222')")).rejects.toThrow(
    /row-level security/,
  );
  await client.query("ROLLBACK");
});
