// Who may change what: every mutation of a tenant, by every role.
import { beforeAll, describe, expect, test } from "vitest";
import { roles } from "@/core/member/member";
import { leastRole } from "../../tests/console/least-role";
import { call, changes, own, refusal, table } from "../../tests/console/procedures";
import { freshWorld, type World } from "../../tests/console/world";
import { forceRole } from "../../tests/fresh-team";

let home: World;
beforeAll(async () => {
  home = await freshWorld();
});

const rights = table.filter(({ open, type }) => open === "member" && type === "mutation");

test("every change to a tenant says who may make it", () => {
  expect(Object.keys(leastRole).sort()).toEqual(rights.map(({ path }) => path).sort());
});

describe.each(rights)("$path by role", (row) => {
  const least = leastRole[row.path] ?? "owner";

  // What an owner may is tested above.
  test.runIf(least !== "owner")(`is open to ${least}`, async () => {
    const fresh = await freshWorld();
    const input = await own(row, fresh);
    await forceRole(fresh, least);
    await call(row, fresh.account, input);
  });

  test.each(roles.slice(roles.indexOf(least) + 1))("is refused to %s", async (role) => {
    const input = await own(row, home);
    const before = await changes(home);
    await forceRole(home, role);
    const answer = await refusal(call(row, home.account, input)).finally(() => forceRole(home, "owner"));
    expect(answer.facts.code).toBe("scope_refused");
    expect(await changes(home)).toBe(before);
  });
});
