import { recordAudit } from "@/core/audit/record-audit";
import { type Member, requireRole } from "@/core/member/member";
import { Failure } from "@/failures";

/** Each may ask a model 500 times. */
const perTenant = { name: "golden-run", limit: 12, windowSeconds: 3600 };

/**
 * Has the worker ask every question of the test set as a visitor would; `listGoldenQuestions` tells how far it is. A run
 * that is under way goes on. Returns how many are still to be asked. More than 12 runs an hour: `rate_limited`.
 */
export async function runGoldenQuestions(member: Member): Promise<{ waiting: number }> {
  requireRole(member, "admin");
  const { tenantId, product, database } = member;
  const isUnderWay = await database.transaction((tx) => tx.goldenRun.count());
  if (isUnderWay === 0) {
    const verdict = await product.limiter.take(perTenant, tenantId);
    if (!verdict.allowed) throw new Failure("rate_limited", { retryAfterSeconds: verdict.resetSeconds });
  }
  return database.transaction(async (tx) => {
    const startedAt = new Date(product.now());
    const { count } = await tx.goldenRun.createMany({ data: { tenantId, startedAt }, skipDuplicates: true });
    if (count > 0) {
      await tx.goldenQuestion.updateMany({ data: { waiting: true } });
      const questions = await tx.goldenQuestion.count();
      await recordAudit(tx, member, "golden-question.run", tenantId, { questions });
    }
    return { waiting: await tx.goldenQuestion.count({ where: { waiting: true } }) };
  });
}
