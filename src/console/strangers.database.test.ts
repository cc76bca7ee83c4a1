// Read off the router: whatever is added to it is tested here, or the first test fails.
import { beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/core/id/id";
import {
  call,
  changes,
  changesNothing,
  examples,
  own,
  procedures,
  refusal,
  table,
} from "../../tests/console/procedures";
import { freshWorld, type World } from "../../tests/console/world";

let home: World;
let away: World;
beforeAll(async () => {
  [home, away] = await Promise.all([freshWorld(), freshWorld()]);
});

test("every procedure has an example, and no example is left over", () => {
  expect(Object.keys(examples).sort()).toEqual(procedures.map(([path]) => path).sort());
});

test("anybody may do this and nothing else", () => {
  expect(table.filter(({ open }) => open === "anybody").map(({ path }) => path)).toEqual([
    "installation.facts",
    "installation.pinned",
    "installation.demo",
    "installation.landing",
    "account.signUp",
    "account.requestReset",
    "account.resetPassword",
    "account.confirmEmail",
    "account.askPasskey",
    "account.me",
    "invitation.read",
  ]);
});

describe.each(table)("$path", (row) => {
  test("lets in whom it is for", async () => {
    const fresh = await freshWorld();
    const before = await changes(fresh);
    await call(row, row.open === "anybody" ? null : fresh.account, await own(row, fresh));
    // Whatever a member changes is written down, in the transaction that changes it.
    if (row.open === "member" && row.type === "mutation" && !changesNothing.has(row.path))
      expect(await changes(fresh)).toBeGreaterThan(before);
  });

  test.runIf(row.type === "mutation")("changes nothing for another site's page", async () => {
    const answer = await refusal(call(row, home.account, await own(row, home), false));
    expect(answer.facts.code).toBe("origin_mismatch");
  });

  test.runIf(row.open !== "anybody")("is closed to who is not signed in, whatever they name", async () => {
    const answer = await refusal(call(row, null, await own(row, home)));
    expect(answer.code).toBe("UNAUTHORIZED");
    const nothing =
      row.open === "member" ? { ...(await own(row, home)), tenantId: newId("tenant") } : await own(row, home);
    expect(await refusal(call(row, null, nothing))).toEqual(answer);
  });

  test.runIf(row.open === "member")("another tenant is none at all", async () => {
    const before = await changes(home);
    const missing = await refusal(call(row, away.account, { ...(await own(row, home)), tenantId: newId("tenant") }));
    const theirs = await refusal(call(row, away.account, await own(row, home)));
    expect(theirs).toEqual(missing);
    expect(theirs.code).toBe("NOT_FOUND");
    for (const tenantId of ["", "ten_", home.siteKey, `${home.tenantId} `, home.tenantId.toLowerCase()])
      expect(await refusal(call(row, away.account, { ...(await own(row, home)), tenantId }))).toEqual(missing);
    expect(await changes(home)).toBe(before);
  });

  test.runIf(row.missing)("what is another tenant's is not there, under one's own tenant", async () => {
    const before = await changes(home);
    const mine = row.open === "member" ? { tenantId: away.tenantId } : {};
    const missing = await refusal(call(row, away.account, { ...mine, ...(await row.missing?.(home)) }));
    const theirs = await refusal(call(row, away.account, { ...mine, ...(await row.input?.(home)) }));
    expect(theirs).toEqual(missing);
    expect(theirs.code).toBe("NOT_FOUND");
    expect(await changes(home)).toBe(before);
  });
});

test("lists hold what is one's own", async () => {
  for (const row of table.filter(({ path, open }) => path.endsWith(".list") || open === "account")) {
    if (row.type !== "query") continue;
    const seen = JSON.stringify(await call(row, away.account, await own(row, away)));
    for (const secret of [
      home.tenantId,
      home.originId,
      home.sourceId,
      home.conversationId,
      home.keyId,
      home.oldKid,
      home.siteKeyId,
    ])
      expect(seen, row.path).not.toContain(secret);
  }
});
