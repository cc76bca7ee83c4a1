import { afterAll, beforeAll, expect, test } from "vitest";
import { tryQuestion } from "@/core/answer/try-question";
import { updateAnswerer } from "@/core/answerer/update-answerer";
import { admitMember } from "@/core/member/member";
import { addTextSource } from "@/core/source/add-text-source";
import { type FreshTenant, freshProduct, freshTenant } from "../../../tests/fresh-tenant";
import { openModel } from "../../../tests/stand-in-model";
import { chooseModel } from "./choose-model";
import { getAnswerer } from "./get-answerer";
import { toAnswererSettings } from "./settings";
import { testAnswerer } from "./test-answerer";

const model = await openModel();
process.env.GATEHOUSE_FETCH_ALLOW = model.host;
const KEY = "sk-nobody-may-read-7788";
let now = Date.now();
const product = freshProduct(() => now);
let tenant: FreshTenant;
beforeAll(async () => {
  tenant = await freshTenant(product);
});
afterAll(() => model.close());

const stored = async () => {
  const row = await tenant.owner.database.transaction((tx) => tx.tenant.findFirstOrThrow());
  return toAnswererSettings(row.answerer);
};
const service = () => ({ provider: "openai-compatible" as const, model: "m", baseUrl: model.url });

test("a key is sealed where it is kept, and told by its end", async () => {
  await updateAnswerer(tenant.owner, { ...service(), apiKey: KEY });
  const { sealedKey } = await stored();
  expect(sealedKey).toMatch(/^v1\./);
  const shown = JSON.stringify(await getAnswerer(tenant.owner));
  expect(shown).toContain("7788");
  expect(shown).not.toMatch(/nobody-may-read|v1\./);
  expect(chooseModel(tenant.owner, await stored())).toMatchObject({ apiKey: KEY, isGuarded: true });
  const other = await freshTenant(product);
  expect(() => chooseModel(other.owner, { ...toAnswererSettings({}), ...service(), sealedKey })).toThrow(
    "answer_unavailable",
  );
});

test("the audit names what changed and holds no key", async () => {
  await updateAnswerer(tenant.owner, { tone: "formal", apiKey: "sk-another-key-9911" });
  const entry = await tenant.owner.database.transaction((tx) =>
    tx.auditEntry.findFirst({ orderBy: { sequence: "desc" } }),
  );
  expect(entry).toMatchObject({ action: "answerer.updated", detail: { settings: "tone, apiKey" } });
  expect(JSON.stringify(entry?.detail)).not.toMatch(/9911|sk-/);
});

test("a key goes to the address it was given for: with another one it is forgotten", async () => {
  await updateAnswerer(tenant.owner, { ...service(), apiKey: KEY });
  await updateAnswerer(tenant.owner, { instructions: "Be short." });
  expect((await stored()).sealedKey).not.toBe(null);
  await updateAnswerer(tenant.owner, { baseUrl: "https://elsewhere.example.com/v1" });
  expect(await stored()).toMatchObject({ sealedKey: null, last4: null });
});

test("keys and addresses ask for the password, words do not; agents may do neither", async () => {
  now += 11 * 60_000;
  const stale = await admitMember(tenant.account, tenant.tenantId);
  await expect(updateAnswerer(stale, { apiKey: KEY })).rejects.toMatchObject({ code: "recent_sign_in_required" });
  await expect(updateAnswerer(stale, { baseUrl: "https://third.example.com/v1" })).rejects.toMatchObject({
    code: "recent_sign_in_required",
  });
  await updateAnswerer(stale, { tone: "brief" });
  await expect(updateAnswerer({ ...stale, role: "agent" }, { tone: "neutral" })).rejects.toMatchObject({
    code: "scope_refused",
  });
  await expect(getAnswerer({ ...stale, role: "agent" })).rejects.toMatchObject({ code: "scope_refused" });
  now = Date.now();
});

test("what is not whole is not stored", async () => {
  await expect(updateAnswerer(tenant.owner, { provider: "openai", model: "" })).rejects.toMatchObject({
    errors: [{ path: "model" }],
  });
  await expect(updateAnswerer(tenant.owner, { ...service(), baseUrl: null })).rejects.toMatchObject({
    errors: [{ path: "baseUrl" }],
  });
  await expect(updateAnswerer(tenant.owner, { linkHosts: ["https://no-host"] })).rejects.toThrow();
});

test("a test is a real call, and says what is wrong", async () => {
  await updateAnswerer(tenant.owner, { ...service(), apiKey: KEY });
  model.says = () => ({ pieces: ["ready"] });
  expect(await testAnswerer(tenant.owner)).toMatchObject({ ok: true, model: "m" });
  model.says = () => ({ status: 401 });
  expect(await testAnswerer(tenant.owner)).toEqual({ ok: false, reason: "The provider refuses the key. (401)" });
  await updateAnswerer(tenant.owner, { baseUrl: "http://127.0.0.1/v1" });
  expect(await testAnswerer(tenant.owner)).toEqual({ ok: false, reason: "127.0.0.1 is not on the public internet." });
});

test("the playground answers as the model would", async () => {
  await updateAnswerer(tenant.owner, { ...service(), apiKey: KEY });
  await addTextSource(tenant.owner, { title: "Hours", text: "Our shop opens at 10 every day." });
  model.says = () => ({ pieces: ["The shop opens at 10 every day [1]. It is nice."] });
  const tried = await tryQuestion(tenant.owner, { question: "When does the shop open?" });
  expect(tried).toMatchObject({
    content: "The shop opens at 10 every day. [1]",
    grounded: true,
    passages: [{ title: "Hours" }],
  });
});
