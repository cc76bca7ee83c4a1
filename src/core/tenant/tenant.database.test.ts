import { expect, test } from "vitest";
import { freshAccount, freshProduct, freshTenant } from "../../../tests/fresh-tenant";
import { createApiKey } from "../api-key/create-api-key";
import { auditText } from "../audit/record-audit";
import { sha256Hex } from "../id/id";
import { admitMember, admitOperator } from "../member/member";
import { addOrigin } from "../origin/add-origin";
import { listOrigins } from "../origin/list-origins";
import { removeOrigin } from "../origin/remove-origin";
import { listSigningSecrets } from "../signing-secret/list-signing-secrets";
import { retireSigningSecret } from "../signing-secret/retire-signing-secret";
import { rotateSigningSecret } from "../signing-secret/rotate-signing-secret";
import { secretPlace } from "../signing-secret/signing-secret";
import { createTenant } from "./create-tenant";
import { listTenants } from "./list-tenants";
import { updateTenant } from "./update-tenant";

let clock = Date.now();
const product = freshProduct(() => clock);

test("a new tenant has its id, a public site key and a secret that is sealed at rest", async () => {
  const { tenantId, siteKey, jwtSecret, kid, account, owner } = await freshTenant(product);
  expect(tenantId).toMatch(/^ten_[0-9A-Za-z]{22}$/);
  expect(siteKey).toMatch(/^pub_example_[0-9A-Za-z]{22}$/);
  expect(await listTenants(account)).toEqual([{ id: tenantId, name: "Example", role: "owner" }]);
  const row = await owner.database.transaction((tx) => tx.signingSecret.findFirstOrThrow());
  expect(JSON.stringify(row)).not.toContain(jwtSecret.slice(4, -4));
  expect(product.vault.open(row.sealed, secretPlace(tenantId, kid))).toBe(jwtSecret);
});

test("a tenant is not made with an origin that lets strangers in", async () => {
  const account = await freshAccount(product);
  const making = createTenant(account, { name: "Example", origins: ["https://ok.example.com", "https://*.github.io"] });
  await expect(making).rejects.toMatchObject({ code: "input_invalid", errors: [{ path: "origins.1" }] });
  expect(await listTenants(account)).toEqual([]);
});

test("origins are added once, listed, removed", async () => {
  const { owner } = await freshTenant(product, []);
  const { id } = await addOrigin(owner, { pattern: "HTTPS://*.Example.com" });
  await expect(addOrigin(owner, { pattern: "https://*.example.com/" })).rejects.toMatchObject({ code: "conflict" });
  expect((await listOrigins(owner)).map(({ pattern }) => pattern)).toEqual(["https://*.example.com"]);
  await removeOrigin(owner, { id });
  expect(await listOrigins(owner)).toEqual([]);
  await expect(removeOrigin(owner, { id })).rejects.toMatchObject({ code: "not_found" });
});

test("rotation overlaps; the old secret retires by itself or at once, the current one never", async () => {
  const { owner, kid } = await freshTenant(product);
  const states = async () => Object.fromEntries((await listSigningSecrets(owner)).map((row) => [row.kid, row.state]));
  const next = await rotateSigningSecret(owner, { overlapDays: 7 });
  expect(await states()).toEqual({ [kid]: "retiring", [next.kid]: "current" });
  await expect(retireSigningSecret(owner, { kid: next.kid })).rejects.toMatchObject({ code: "conflict" });
  const last = await rotateSigningSecret(owner, { overlapDays: 7 });
  await retireSigningSecret(owner, { kid });
  expect(await states()).toEqual({ [kid]: "revoked", [next.kid]: "retiring", [last.kid]: "current" });
  clock += 8 * 24 * 3600_000;
  expect((await states())[next.kid]).toBe("retired");
});

test("high-impact actions ask for a recent sign-in, and lesser roles are refused", async () => {
  const { owner, tenantId } = await freshTenant(product);
  clock += 11 * 60_000;
  await expect(rotateSigningSecret(owner, { overlapDays: 1 })).rejects.toMatchObject({
    code: "recent_sign_in_required",
  });
  await expect(createApiKey(owner, { name: "a", scopes: ["origins"] })).rejects.toMatchObject({
    code: "recent_sign_in_required",
  });

  const helper = await freshAccount(product);
  await owner.database.transaction((tx) =>
    tx.membership.create({ data: { tenantId, userId: helper.userId, role: "agent" } }),
  );
  const agent = await admitMember(helper, tenantId);
  for (const refused of [
    addOrigin(agent, { pattern: "https://a.example.com" }),
    rotateSigningSecret(agent, { overlapDays: 1 }),
    updateTenant(agent, { name: "Mine" }),
    listSigningSecrets(agent),
  ]) {
    await expect(refused).rejects.toMatchObject({ code: "scope_refused" });
  }
});

test("another account's tenant and a missing one answer alike", async () => {
  const { tenantId } = await freshTenant(product);
  const stranger = await freshAccount(product);
  const theirs = await admitMember(stranger, tenantId).catch((error) => error);
  const missing = await admitMember(stranger, `ten_${"0".repeat(22)}`).catch((error) => error);
  expect(theirs).toMatchObject({ code: "not_found" });
  expect([missing.code, missing.detail]).toEqual([theirs.code, theirs.detail]);
});

test("under the tenant's role a query without a filter sees no other tenant and cannot write one", async () => {
  const [a, b] = [await freshTenant(product), await freshTenant(product)];
  for (const rows of await a.owner.database.sql(async (sql) => [
    (await sql.query<{ tenant_id: string }>("SELECT tenant_id FROM origin")).rows,
    (await sql.query<{ tenant_id: string }>("SELECT tenant_id FROM signing_secret")).rows,
    (await sql.query<{ tenant_id: string }>("SELECT id AS tenant_id FROM tenant")).rows,
  ])) {
    expect(rows.map(({ tenant_id }) => tenant_id)).toEqual([a.tenantId]);
  }
  const planting = a.owner.database.transaction((tx) =>
    tx.origin.create({ data: { id: "org_x", tenantId: b.tenantId, pattern: "https://evil.example" } }),
  );
  await expect(planting).rejects.toThrow(/row-level security/);
  const members = await a.owner.database.sql((sql) => sql.query('SELECT email FROM "user"'));
  expect(members.rows).toEqual([{ email: a.account.email }]);
  await expect(a.owner.database.sql((sql) => sql.query('SELECT password_hash FROM "user"'))).rejects.toThrow(
    /permission denied/,
  );
});

test("every change is in the audit, chained by hashes, without secrets, and cannot be altered", async () => {
  const { tenantId, owner, jwtSecret } = await freshTenant(product);
  await addOrigin(owner, { pattern: "https://b.example.com" });
  const made = await rotateSigningSecret(await admitOperator(product, tenantId), { overlapDays: 0 });
  const rows = await owner.database.transaction((tx) => tx.auditEntry.findMany({ orderBy: { sequence: "asc" } }));
  expect(rows.map(({ action }) => action)).toEqual(["tenant.created", "origin.added", "signing-secret.rotated"]);
  let previousHash = "";
  for (const row of rows) {
    expect(row.previousHash).toBe(previousHash);
    previousHash = await sha256Hex(auditText({ ...row, detail: row.detail as Record<string, string | number> }));
    expect(row.hash).toBe(previousHash);
  }
  expect(JSON.stringify(rows, (_, value) => (typeof value === "bigint" ? String(value) : value))).not.toMatch(
    new RegExp(`${jwtSecret}|${made.jwtSecret}`),
  );
  const altering = owner.database.sql((sql) => sql.query("UPDATE audit_entry SET action = 'nothing.happened'"));
  await expect(altering).rejects.toThrow(/permission denied/);
});

test("a change of configuration reaches other processes' subscribers", async () => {
  const other = freshProduct();
  const heard: string[] = [];
  other.changes.subscribe((tenantId) => heard.push(tenantId));
  await new Promise((resolve) => setTimeout(resolve, 600));
  const { owner, tenantId } = await freshTenant(product, []);
  heard.length = 0;
  await addOrigin(owner, { pattern: "https://c.example.com" });
  await expect.poll(() => heard, { timeout: 1000 }).toContain(tenantId);
});
