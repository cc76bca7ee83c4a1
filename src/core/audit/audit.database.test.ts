import pg from "pg";
import { expect, test } from "vitest";
import { type FreshTenant, freshProduct, freshTenant } from "../../../tests/fresh-tenant";
import { addOrigin } from "../origin/add-origin";
import { updateTenant } from "../tenant/update-tenant";
import { exportAudit } from "./export-audit";
import { listAudit } from "./list-audit";
import { verifyAudit } from "./verify-audit";

const product = freshProduct();

async function busy(): Promise<FreshTenant> {
  const tenant = await freshTenant(product);
  await updateTenant({ ...tenant.owner, address: "192.0.2.7" }, { name: "=HYPERLINK(1)" });
  await addOrigin(tenant.owner, { pattern: "https://shop.example.com" });
  await updateTenant(tenant.owner, { quota: { monthly: 10, spent: "refuse" }, filesMostBytes: 1000 });
  return tenant;
}

/** As somebody who holds the database itself. */
async function tamper(text: string, values: unknown[]): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  const done = await client.query(text, values).finally(() => client.end());
  expect(done.rowCount).toBe(1);
}

test("says who did what, from where, before and after; narrowed by actor, action and day", async () => {
  const { owner, account } = await busy();
  const { entries } = await listAudit(owner);
  expect(entries.map(({ action }) => action)).toEqual([
    "tenant.updated",
    "origin.added",
    "tenant.updated",
    "tenant.created",
  ]);
  expect(entries[2]).toMatchObject({
    email: account.email,
    address: "192.0.2.7",
    detail: { name: { before: "Example", after: "=HYPERLINK(1)" } },
  });
  expect((await listAudit(owner, { action: "origin." })).entries).toHaveLength(1);
  expect((await listAudit(owner, { actor: "operator" })).entries).toEqual([]);
  expect((await listAudit(owner, { to: "2020-01-01" })).entries).toEqual([]);
  const first = await listAudit(owner, { limit: 3 });
  expect((await listAudit(owner, { before: first.next ?? "0" })).entries).toHaveLength(1);
  await expect(listAudit({ ...owner, role: "agent" })).rejects.toMatchObject({ code: "scope_refused" });
});

test("the record fits as it was written", async () => {
  const { owner } = await busy();
  const newest = (await listAudit(owner)).entries[0]?.hash;
  expect(await verifyAudit(owner)).toEqual({ entries: 4, head: newest, broken: null });
});

test.each([
  ["altered", 'UPDATE audit_entry SET detail = \'{"pattern": "https://evil.example"}\' WHERE sequence = $1'],
  ["said of another", "UPDATE audit_entry SET actor = 'operator' WHERE sequence = $1"],
  ["moved in time", "UPDATE audit_entry SET at = at + interval '1 hour' WHERE sequence = $1"],
  ["moved elsewhere", "UPDATE audit_entry SET address = '203.0.113.9' WHERE sequence = $1"],
  ["deleted", "DELETE FROM audit_entry WHERE sequence = $1"],
])("a row that is %s is found", async (_, text) => {
  const { owner } = await busy();
  const second = (await listAudit(owner)).entries[1];
  await tamper(text, [second?.sequence]);
  expect((await verifyAudit(owner)).broken).not.toBeNull();
});

test("the tenant's own role cannot change the record", async () => {
  const { owner } = await busy();
  const change = owner.database.sql((sql) => sql.query("UPDATE audit_entry SET actor = 'x'"));
  await expect(change).rejects.toThrow(/permission denied/);
});

test("is exported whole, and runs nothing in a spreadsheet", async () => {
  const { owner } = await busy();
  const text = async (format: "csv" | "json") => {
    let whole = "";
    for await (const piece of exportAudit(owner, { format })) whole += piece;
    return whole;
  };
  expect(JSON.parse(await text("json"))).toHaveLength(4);
  const lines = (await text("csv")).trimEnd().split("\r\n");
  expect(lines).toHaveLength(5);
  expect(lines[0]).toBe("sequence,at,actor,email,action,subject,address,detail,hash");
  for (const cell of lines.join(",").split(",")) expect(cell).not.toMatch(/^[=+@-]/);
});
