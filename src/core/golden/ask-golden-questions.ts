import { answerForTeam } from "@/core/answer/answer-for-team";
import { newId, randomBase62 } from "@/core/id/id";
import { type Member, requireRole } from "@/core/member/member";
import { Failure } from "@/failures";
import { saveUsage } from "@/store/answer-usage-rows";
import type { Transaction } from "@/store/database";
import { type Expected, whyFailed } from "./judge-answer";

/** Longer than one answer takes, a second try included. */
const LEASE_MS = 60_000;

/**
 * Asks what waits of the tenant's test set, one question after the other, and writes down each outcome and its cost as it
 * comes: whoever takes over after this process ended asks only what is left. Nothing to do where another process asks.
 */
export async function askGoldenQuestions(member: Member): Promise<void> {
  requireRole(member, "admin");
  const { database, product } = member;
  const lease = randomBase62();
  const take = async (tx: Transaction, holder: object) => {
    const leasedUntil = new Date(product.now() + LEASE_MS);
    return (await tx.goldenRun.updateMany({ where: holder, data: { lease, leasedUntil } })).count > 0;
  };
  const isFree = { OR: [{ leasedUntil: null }, { leasedUntil: { lte: new Date(product.now()) } }] };
  if (!(await database.transaction((tx) => take(tx, isFree)))) return;
  while (!product.stopping.aborted) {
    const next = await database.transaction(async (tx) => {
      if (!(await take(tx, { lease }))) return null;
      const orderBy = [{ createdAt: "asc" as const }, { id: "asc" as const }];
      const question = await tx.goldenQuestion.findFirst({ where: { waiting: true }, orderBy });
      if (!question) await tx.goldenRun.deleteMany({ where: { lease } });
      return question;
    });
    if (!next) return;
    const why = await askOne(member, next);
    const data = { passed: why === null, outcome: why, runAt: new Date(product.now()), waiting: false };
    await database.transaction(async (tx) => {
      // Who stopped the run wants no more outcomes of it.
      if (await take(tx, { lease })) await tx.goldenQuestion.updateMany({ where: { id: next.id }, data });
    });
  }
  const free = { lease: null, leasedUntil: null };
  await database.transaction((tx) => tx.goldenRun.updateMany({ where: { lease }, data: free }));
}

/** Why the answer is not what it must be; null where it is. */
async function askOne(member: Member, question: Expected & { id: string; question: string }): Promise<string | null> {
  const { database, product, tenantId } = member;
  try {
    const { found, usage } = await answerForTeam(member, { question: question.question, claims: null });
    if (usage) {
      const row = { ...usage, messageId: newId("message"), conversationId: question.id, now: new Date(product.now()) };
      await database.sql((sql) => saveUsage(sql, tenantId, row));
    }
    // Sentences stand in for a model that is away: visitors get them, but they say nothing about the model.
    if (usage?.trouble) return `The model did not answer: ${usage.trouble}`;
    return whyFailed(question, found);
  } catch (error) {
    if (error instanceof Failure && error.code === "answer_unavailable") throw error;
    product.log.warn({ tenantId, error: String(error) }, "a question of the test set could not be asked");
    return "It could not be asked: something went wrong on our side.";
  }
}
