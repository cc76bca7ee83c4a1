import { expect, test } from "vitest";
import { saveUsage } from "@/store/answer-usage-rows";
import { call, freshGateway } from "../../../tests/fresh-gateway";
import { freshProduct, freshTenant } from "../../../tests/fresh-tenant";
import { eraseConversation } from "../conversation/erase-conversation";
import { flushObservations } from "../observation/observation";
import { addTextSource } from "../source/add-text-source";
import { getFigures } from "./get-figures";
import { getModelUse } from "./get-model-use";
import { rollUpUsage } from "./roll-up-usage";

const DAY_MS = 24 * 3600_000;
let ahead = 0;
const product = freshProduct(() => Date.now() + ahead);
const gateway = freshGateway(product);

test("figures are exact before, after and beside adding up, and keep what was erased", async () => {
  const { owner, siteKey } = await freshTenant(product);
  await addTextSource(owner, { title: "Delivery", text: "# Delivery\n\nDelivery takes two to four working days." });
  const ask = async (message: string) =>
    (await (await call(gateway, "POST", "/conversations", { body: { siteKey, message } })).json()).conversationId;
  const known = await ask("How long does delivery take?");
  await call(gateway, "POST", `/conversations/${known}`, { body: { message: "Who painted the Mona Lisa?" } });
  await ask("Who was the first man on the moon?");
  await call(gateway, "POST", `/conversations/${known}/escalate`, { body: {} });
  await call(gateway, "GET", `/widget?siteKey=${siteKey}`, { origin: "https://stranger.example" });
  await flushObservations(product);
  const expected = { conversations: 2, questions: 3, answered: 1, unanswered: 2, escalated: 1, flagged: 0, refused: 1 };
  const live = await getFigures(owner);
  expect(live.total).toMatchObject(expected);
  expect(live.total.firstAnswerMs).toBeGreaterThanOrEqual(0);
  expect(live.total.firstAnswerMs).toBeLessThan(10_000);
  expect(live.days).toHaveLength(30);
  expect(live.days.at(-1)).toMatchObject(expected);
  expect(live.origins).toEqual([expect.objectContaining({ origin: "https://www.example.com", questions: 3 })]);

  await eraseConversation(owner, { conversationId: known });
  expect((await getFigures(owner)).total).toEqual(live.total);
  ahead = 2 * DAY_MS;
  expect(await rollUpUsage(product)).toBeGreaterThan(0);
  expect((await getFigures(owner)).total).toEqual(live.total);
  await rollUpUsage(product);
  await ask("What was asked a day later?");
  const later = await getFigures(owner);
  expect(later.total).toMatchObject({ ...expected, conversations: 3, questions: 4, unanswered: 3 });
  expect(later.days.at(-3)).toMatchObject(expected);
  ahead = 31 * DAY_MS;
  expect((await getFigures(owner, { days: 30 })).before).toMatchObject({ questions: 3 });
});

test("tenants are told apart", async () => {
  const [{ siteKey }, { owner }] = await Promise.all([freshTenant(product), freshTenant(product)]);
  await call(gateway, "POST", "/conversations", { body: { siteKey, message: "Hello?" } });
  expect((await getFigures(owner)).total).toMatchObject({ conversations: 0, questions: 0, firstAnswerMs: null });
});

test("what models cost is summed by day, model, origin and user, and is another tenant's not", async () => {
  const [{ owner, siteKey }, other] = await Promise.all([freshTenant(product), freshTenant(product)]);
  const answer = await call(gateway, "POST", "/conversations", { body: { siteKey, message: "Hello?" } });
  const { conversationId } = await answer.json();
  const usage = {
    conversationId,
    provider: "openai",
    promptHash: "h",
    firstTokenMs: 100,
    latencyMs: 200,
    attempts: 1,
    estimated: false,
  };
  const rest = { outcome: "answered", trouble: null, now: new Date(product.now()) };
  const counts = { inputTokens: 100, outputTokens: 20, costUsd: 0.5 };
  await owner.database.sql(async (sql) => {
    await saveUsage(sql, owner.tenantId, { ...usage, ...rest, ...counts, messageId: "msg_1", model: "a" });
    await saveUsage(sql, owner.tenantId, {
      ...usage,
      ...rest,
      ...counts,
      messageId: "msg_2",
      model: "b",
      costUsd: null,
    });
  });
  const use = await getModelUse(owner, { days: 7 });
  expect(use.total).toMatchObject({ answers: 2, inputTokens: 200, outputTokens: 40, costUsd: 0.5, firstTokenMs: 100 });
  expect(use.days).toHaveLength(7);
  expect(use.days.at(-1)).toMatchObject({ answers: 2, inputTokens: 200 });
  expect(use.days.at(-2)).toMatchObject({ answers: 0, costUsd: null });
  expect(use.models.map(({ key, costUsd }) => [key, costUsd])).toEqual([
    ["a", 0.5],
    ["b", null],
  ]);
  expect(use.origins).toEqual([expect.objectContaining({ key: "https://www.example.com", answers: 2 })]);
  expect(use.users).toEqual([]);
  expect(await getModelUse(other.owner)).toMatchObject({ asksModel: false, total: { answers: 0 }, models: [] });
});

test("years that were never added up are, a month at a time", async () => {
  const { owner, siteKey } = await freshTenant(product);
  await call(gateway, "POST", "/conversations", { body: { siteKey, message: "Hm?" } });
  await owner.database.transaction(async (tx) => {
    const at = { createdAt: new Date(product.now() - 100 * DAY_MS) };
    await tx.conversation.updateMany({ data: { ...at, lastMessageAt: at.createdAt } });
    await tx.message.updateMany({ data: at });
  });
  expect(await rollUpUsage(product)).toBeGreaterThan(0);
  const counted = await owner.database.transaction((tx) => tx.usageDay.findMany({ select: { questions: true } }));
  expect(counted).toEqual([{ questions: 1 }]);
  const { upto } = await owner.database.transaction((tx) => tx.usageMark.findFirstOrThrow());
  expect(product.now() - upto.getTime()).toBeLessThan(2 * DAY_MS);
});
