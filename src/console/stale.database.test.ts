// Who fills in a page that is no longer so changes nothing, and a change leaves alone what it does not name.
import { beforeAll, describe, expect, test } from "vitest";
import { getAnswerer } from "@/core/answerer/get-answerer";
import { updateAnswerer } from "@/core/answerer/update-answerer";
import { getModeration } from "@/core/moderation/get-moderation";
import { updateModeration } from "@/core/moderation/update-moderation";
import { getTenant } from "@/core/tenant/get-tenant";
import { updateWidget } from "@/core/tenant/update-widget";
import { call, changes, refusal, table } from "../../tests/console/procedures";
import { edits } from "../../tests/console/stale-examples";
import { freshWorld, type World } from "../../tests/console/world";

let home: World;
beforeAll(async () => {
  home = await freshWorld();
});

const rowOf = (path: string) => {
  const row = table.find((row) => row.path === path);
  if (!row) throw new Error(`no procedure ${path}`);
  return row;
};

test("every procedure that edits is here", () => {
  const changing = /\.(update\w*|changeRole|putAnswer|extend)$|^(signingSecret|siteKey)\.rotate$/;
  const paths = table.filter(({ type, path }) => type === "mutation" && changing.test(path)).map(({ path }) => path);
  expect(Object.keys(edits).sort()).toEqual(paths.sort());
});

describe.each(Object.entries(edits))("%s", (path, { input, stale }) => {
  test("is refused to who saw something else, in words, and nothing changes", async () => {
    const before = await changes(home);
    const asked = { tenantId: home.tenantId, ...input(home), ...stale(home) };
    const answer = await refusal(call(rowOf(path), home.account, asked));
    expect(answer.facts.code).toBe("conflict");
    expect(answer.message).toMatch(/meanwhile/);
    expect(await changes(home)).toBe(before);
  });
});

test("of two who change the same at once on what both saw, one is told so", async () => {
  const at = (primaryColor: string) =>
    call(rowOf("tenant.updateWidget"), home.account, {
      tenantId: home.tenantId,
      widget: { primaryColor },
      seen: { primaryColor: null },
    }).then(
      () => "changed",
      () => "refused",
    );
  expect((await Promise.all([at("#112233"), at("#332211")])).sort()).toEqual(["changed", "refused"]);
});

test("through the procedures, what a change does not name stays as it was", async () => {
  const { owner, account, tenantId } = home;
  const look = { title: "Ours", introText: "Welcome.", primaryColor: "#102030", escalation: false } as const;
  await updateWidget(owner, { widget: look });
  await call(rowOf("tenant.updateWidget"), account, { tenantId, widget: { citations: false } });
  expect((await getTenant(owner)).widget).toMatchObject({ ...look, citations: false });

  await updateModeration(owner, { words: ["ham"], onFailure: "closed" });
  await call(rowOf("tenant.updateModeration"), account, { tenantId, local: false });
  expect(await getModeration(owner)).toMatchObject({ words: ["ham"], onFailure: "closed", local: false });

  const model = { provider: "openai", model: "some-model", instructions: "Be kind.", tone: "formal" } as const;
  await updateAnswerer(owner, { ...model, apiKey: "sk-something" });
  await call(rowOf("ai.update"), account, { tenantId, searchOnly: true });
  expect(await getAnswerer(owner)).toMatchObject({ ...model, hasKey: true, searchOnly: true });
});
