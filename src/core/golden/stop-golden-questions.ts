import { recordAudit } from "@/core/audit/record-audit";
import { type Member, requireRole } from "@/core/member/member";

/** Ends the run that is under way, if any; what was asked keeps its outcome, the rest the one it had before. */
export async function stopGoldenQuestions(member: Member): Promise<void> {
  requireRole(member, "admin");
  await member.database.transaction(async (tx) => {
    if ((await tx.goldenRun.deleteMany()).count === 0) return;
    const { count } = await tx.goldenQuestion.updateMany({ where: { waiting: true }, data: { waiting: false } });
    await recordAudit(tx, member, "golden-question.stopped", member.tenantId, { left: count });
  });
}
