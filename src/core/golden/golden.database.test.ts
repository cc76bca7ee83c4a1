import { afterAll, expect, test } from "vitest";
import { updateAnswerer } from "@/core/answerer/update-answerer";
import { admitOperator, type Member } from "@/core/member/member";
import { addTextSource } from "@/core/source/add-text-source";
import { removeSource } from "@/core/source/remove-source";
import { freshProduct, freshTenant } from "../../../tests/fresh-tenant";
import { openModel } from "../../../tests/stand-in-model";
import { addGoldenQuestion } from "./add-golden-question";
import { askGoldenQuestions } from "./ask-golden-questions";
import { listDueGoldenRuns } from "./list-due-golden-runs";
import { listGoldenQuestions } from "./list-golden-questions";
import { runGoldenQuestions } from "./run-golden-questions";
import { stopGoldenQuestions } from "./stop-golden-questions";

const model = await openModel();
process.env.GATEHOUSE_FETCH_ALLOW = model.host;
afterAll(() => model.close());
let ahead = 0;
const product = freshProduct(() => Date.now() + ahead);

const question = "How long does delivery take?";
async function runAll(member: Member) {
  await runGoldenQuestions(member);
  await askGoldenQuestions(member);
  return listGoldenQuestions(member);
}

test("the test set says which answers are as they must be, and why the others are not", async () => {
  const { owner } = await freshTenant(product);
  const { id: sourceId } = await addTextSource(owner, { title: "Delivery", text: "Delivery takes two days." });
  const { id: other } = await addTextSource(owner, { title: "Returns", text: "Items can be returned within 45 days." });
  await addGoldenQuestion(owner, { question, expects: "source", sourceId });
  await addGoldenQuestion(owner, { question, expects: "source", sourceId: other });
  await addGoldenQuestion(owner, { question, expects: "text", text: "TWO  days" });
  await addGoldenQuestion(owner, { question, expects: "text", text: "three days" });
  await addGoldenQuestion(owner, { question: "Where is the unicorn?", expects: "nothing" });
  await addGoldenQuestion(owner, { question, expects: "nothing" });
  await expect(addGoldenQuestion(owner, { question, expects: "source", sourceId: "src_none" })).rejects.toThrow();
  const run = await runAll(owner);
  expect(run.map(({ passed }) => passed)).toEqual([true, false, true, false, true, false]);
  expect(run[1]?.outcome).toBe("It cites Delivery.");
  await removeSource(owner, { id: sourceId });
  const again = await runAll(owner);
  expect(again.map(({ passed }) => passed)).toEqual([false, false, false, false, true, true]);
  expect(again[0]).toMatchObject({ sourceTitle: null, outcome: expect.stringMatching(/^It was not answered/) });
});

/** A tenant whose model says that delivery takes two days, asked this many questions. */
async function withModel(questions: number) {
  const { owner, tenantId } = await freshTenant(product);
  await updateAnswerer(owner, {
    provider: "openai-compatible",
    model: "m",
    baseUrl: model.url,
    apiKey: "sk-of-the-tenant-1234",
    inputPrice: 2,
    outputPrice: 10,
  });
  await addTextSource(owner, { title: "Delivery", text: "Delivery takes two days." });
  for (let i = 0; i < questions; i++) await addGoldenQuestion(owner, { question, expects: "text", text: "two days" });
  model.says = () => ({ pieces: ["Delivery takes two days [1]."] });
  model.received.length = 0;
  const used = () =>
    owner.database.transaction((tx) => tx.answerUsage.aggregate({ _count: true, _sum: { costUsd: true } }));
  return { owner, tenantId, used };
}

test("more questions than a person may try are asked of a model, and what they cost is counted", async () => {
  const { owner, used } = await withModel(70);
  const run = await runAll(owner);
  expect(run.filter(({ passed }) => passed)).toHaveLength(70);
  expect(model.received).toHaveLength(70);
  const { _count, _sum } = await used();
  expect(_count).toBe(70);
  expect(_sum.costUsd).toBeGreaterThan(0);
}, 120_000);

test("who dies in the middle has lost nothing: whoever takes over asks what is left, once", async () => {
  const { owner, tenantId, used } = await withModel(6);
  const dying = new AbortController();
  const stopping = { ...product, stopping: dying.signal };
  model.says = () => {
    if (model.received.length === 3) return new Promise(() => {});
    return { pieces: ["Delivery takes two days [1]."] };
  };
  expect(await runGoldenQuestions(owner)).toEqual({ waiting: 6 });
  // It never comes back from its third question, as if its process had been killed there.
  void askGoldenQuestions(await admitOperator(stopping, tenantId)).catch(() => {});
  await expect.poll(() => model.received.length, { timeout: 10_000 }).toBe(3);
  const asked = (await listGoldenQuestions(owner)).map(({ waiting, passed }) => [waiting, passed]);
  expect(asked).toEqual([[false, true], [false, true], ...Array(4).fill([true, null])]);
  expect(await listDueGoldenRuns(product)).not.toContain(tenantId);
  await askGoldenQuestions(owner);
  expect(model.received).toHaveLength(3);
  expect(await runGoldenQuestions(owner)).toEqual({ waiting: 4 });
  ahead += 61_000;
  expect(await listDueGoldenRuns(product)).toContain(tenantId);
  await askGoldenQuestions(owner);
  expect((await listGoldenQuestions(owner)).every(({ waiting, passed }) => !waiting && passed)).toBe(true);
  expect(model.received).toHaveLength(7);
  expect((await used())._count).toBe(6);
  expect(await listDueGoldenRuns(product)).not.toContain(tenantId);
}, 60_000);

test("a run can be stopped; a model that does not answer is told as that, though its stand-in would pass", async () => {
  const { owner } = await withModel(2);
  model.says = () => ({ status: 400, body: "{}" });
  const [first] = await runAll(owner);
  expect(first).toMatchObject({ passed: false, outcome: expect.stringMatching(/^The model did not answer: /) });
  expect(await runGoldenQuestions(owner)).toEqual({ waiting: 2 });
  await stopGoldenQuestions(owner);
  await askGoldenQuestions(owner);
  expect((await listGoldenQuestions(owner)).map(({ waiting }) => waiting)).toEqual([false, false]);
  expect(model.received).toHaveLength(2);
});

test("runs are limited, those that go on are not", async () => {
  const { owner } = await freshTenant(product);
  await addGoldenQuestion(owner, { question, expects: "nothing" });
  for (let i = 0; i < 12; i++) {
    await runGoldenQuestions(owner);
    await runGoldenQuestions(owner);
    await stopGoldenQuestions(owner);
  }
  await expect(runGoldenQuestions(owner)).rejects.toMatchObject({ code: "rate_limited" });
});
