// What can do harm asks who it is again, when they signed in over ten minutes ago.
import { beforeAll, describe, expect, test } from "vitest";
import { updateTenant } from "@/core/tenant/update-tenant";
import { everyday, highImpact } from "../../tests/console/high-impact";
import { call, changes, own, refusal, table } from "../../tests/console/procedures";
import { freshWorld, type World } from "../../tests/console/world";

const MINUTE_MS = 60_000;
let home: World;
beforeAll(async () => {
  home = await freshWorld();
});

const mutations = table.filter(({ open, type }) => open === "member" && type === "mutation");
const old = (world: World) => ({ ...world.account, signedInAt: world.account.signedInAt - 10 * MINUTE_MS - 1 });

test("every change to a tenant is either of high impact or everyday work", () => {
  const said = [...Object.keys(highImpact), ...everyday].sort();
  expect(said).toEqual(mutations.map(({ path }) => path).sort());
});

describe.each(mutations.filter(({ path }) => path in highImpact))("$path", (row) => {
  test("is refused to an old sign-in, and nothing is done", async () => {
    const given = highImpact[row.path];
    const input = given ? { tenantId: home.tenantId, ...given(home) } : await own(row, home);
    const before = await changes(home);
    expect((await refusal(call(row, old(home), input))).facts.code).toBe("recent_sign_in_required");
    expect(await changes(home)).toBe(before);
  });
});

describe.each(mutations.filter(({ path }) => everyday.has(path)))("$path", (row) => {
  test("is open to an old sign-in", async () => {
    const fresh = await freshWorld();
    await call(row, old(fresh), await own(row, fresh));
  });
});

test("keeping conversations for a shorter time erases some, and asks; a longer time does not", async () => {
  const { owner } = await freshWorld();
  const later = { ...owner, signedInAt: owner.signedInAt - 11 * MINUTE_MS };
  const code = "recent_sign_in_required";
  await expect(updateTenant(later, { retentionDays: 30 })).rejects.toMatchObject({ code });
  await updateTenant(owner, { retentionDays: 30 });
  await expect(updateTenant(later, { retentionDays: 29 })).rejects.toMatchObject({ code });
  await updateTenant(later, { retentionDays: 90 });
  await updateTenant(later, { retentionDays: null });
});
