import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { sha256Hex } from "@/core/id/id";
import { flushObservations } from "@/core/observation/observation";
import { call, freshGateway } from "../../../tests/fresh-gateway";
import { freshProduct, freshTenant } from "../../../tests/fresh-tenant";
import { createApiKey } from "./create-api-key";
import { listApiKeys } from "./list-api-keys";
import { revokeApiKey } from "./revoke-api-key";

let clock = 0;
const now = () => Date.now() + clock;
const product = freshProduct(now);
const gateway = freshGateway(product);
const all = ["origins" as const];

test("a key is made once however often its form is sent, and neither it nor what it is made of is stored", async () => {
  const own = await freshTenant(product);
  const input = { name: "Shop", scopes: all, submission: randomUUID() };
  const made = await Promise.all([1, 2, 3].map(() => createApiKey(own.owner, input)));
  expect(new Set(made.map(({ apiKey }) => apiKey)).size).toBe(1);
  const rows = await own.owner.database.transaction((tx) => tx.apiKey.findMany());
  expect(rows).toHaveLength(1);
  expect(rows[0]?.hash).toBe(await sha256Hex(made[0]?.apiKey ?? ""));
  const stored = JSON.stringify(rows);
  for (const secret of [made[0]?.apiKey.slice(3) ?? "", input.submission]) expect(stored).not.toContain(secret);
  const other = await createApiKey(own.owner, { ...input, submission: randomUUID() });
  expect(other.apiKey).not.toBe(made[0]?.apiKey);
  expect(other.apiKey).toMatch(/^gk_[0-9A-Za-z]{44}$/);
});

test("another tenant's same submission makes another key", async () => {
  const [one, two] = [await freshTenant(product), await freshTenant(product)];
  const input = { name: "Shop", scopes: all, submission: randomUUID() };
  const keys = await Promise.all([one, two].map(({ owner }) => createApiKey(owner, input)));
  expect(keys[0]?.apiKey).not.toBe(keys[1]?.apiKey);
});

test("says how much it is used and whether it expired; one that expires in the past is not made", async () => {
  const own = await freshTenant(product);
  const expiresAt = new Date(now() + 3600_000).toISOString();
  const { apiKey } = await createApiKey(own.owner, { name: "Nightly", scopes: all, expiresAt });
  for (let i = 0; i < 4; i++)
    expect((await call(gateway, "GET", "/origins", { origin: null, token: apiKey })).status).toBe(200);
  await flushObservations(product);
  expect(await listApiKeys(own.owner)).toMatchObject([{ name: "Nightly", requests: 4, expired: false }]);
  clock += 3600_001;
  expect(await listApiKeys(own.owner)).toMatchObject([{ expired: true }]);
  const late = createApiKey({ ...own.owner, signedInAt: now() }, { name: "Late", scopes: all, expiresAt });
  await expect(late).rejects.toMatchObject({ code: "input_invalid" });
});

test("a press whose key was revoked gives no second one", async () => {
  const own = await freshTenant(product);
  const owner = { ...own.owner, signedInAt: now() };
  const input = { name: "Shop", scopes: all, submission: randomUUID() };
  const { id } = await createApiKey(owner, input);
  await revokeApiKey(owner, { id });
  await expect(createApiKey(owner, input)).rejects.toMatchObject({ code: "conflict" });
});
