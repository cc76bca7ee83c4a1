import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { flushObservations } from "@/core/observation/observation";
import { call, freshGateway } from "../../../tests/fresh-gateway";
import { freshProduct, freshTenant } from "../../../tests/fresh-tenant";
import { addOrigin } from "./add-origin";
import { listOrigins } from "./list-origins";
import { reviewOrigins } from "./review-origins";
import { tryOrigin } from "./try-origin";
import { updateOrigin } from "./update-origin";

const product = freshProduct();
const gateway = freshGateway(product);
const pattern = "https://www.example.com";
const hour = new Date(Date.now() + 3600_000).toISOString();

test("an origin is changed by who saw how it stood; the same again changes nothing", async () => {
  const { owner } = await freshTenant(product, [pattern]);
  const [row] = await listOrigins(owner);
  const id = row?.id ?? "";
  const seen = { group: null, expiresAt: null };
  for (let i = 0; i < 2; i++) await updateOrigin(owner, { id, group: "web", expiresAt: hour, seen });
  expect(await listOrigins(owner)).toMatchObject([{ group: "web", expiresAt: new Date(hour) }]);
  const stale = updateOrigin(owner, { id, group: "other", expiresAt: null, seen });
  await expect(stale).rejects.toMatchObject({ code: "conflict", detail: expect.stringContaining(pattern) });
  await updateOrigin(owner, { id, group: "other", expiresAt: null, seen: { group: "web", expiresAt: hour } });
  const past = updateOrigin(owner, { id, group: null, expiresAt: new Date(Date.now() - 1).toISOString() });
  await expect(past).rejects.toMatchObject({ code: "input_invalid" });
  const audit = await owner.database.transaction((tx) => tx.auditEntry.count({ where: { action: "origin.updated" } }));
  expect(audit).toBe(2);
  const agent = { ...owner, role: "agent" as const };
  await expect(updateOrigin(agent, { id, group: null, expiresAt: null })).rejects.toMatchObject({
    code: "scope_refused",
  });
});

test("a form that is sent twice adds one origin; another form is told that it is there", async () => {
  const { owner } = await freshTenant(product, []);
  const input = { pattern, submission: randomUUID() };
  const added = await Promise.all([1, 2, 3].map(() => addOrigin(owner, input)));
  expect(new Set(added.map(({ id }) => id)).size).toBe(1);
  await expect(addOrigin(owner, { pattern, submission: randomUUID() })).rejects.toMatchObject({ code: "conflict" });
  expect(await listOrigins(owner)).toHaveLength(1);
});

test("requests are counted by the rule that let them in, and trying says the same as the gate", async () => {
  const own = await freshTenant(product, [pattern, "https://*.example.com"]);
  const visit = async (origin: string) =>
    (await call(gateway, "POST", "/sessions", { origin, body: { siteKey: own.siteKey } })).status === 201;
  const origins = [pattern, pattern, "https://shop.example.com", "https://example.com", "https://a.b.example.com"];
  for (const origin of origins) expect((await tryOrigin(own.owner, { origin })).allowed).toBe(await visit(origin));
  await flushObservations(product);
  const seen = await reviewOrigins(own.owner);
  expect(seen.map(({ pattern, requests }) => [pattern, requests])).toEqual([
    [pattern, 2],
    ["https://*.example.com", 1],
  ]);
  expect(seen.every(({ lastSeenAt }) => lastSeenAt !== null)).toBe(true);
});
