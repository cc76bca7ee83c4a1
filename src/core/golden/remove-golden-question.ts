import { z } from "zod";
import { recordAudit } from "@/core/audit/record-audit";
import { type Member, requireRole } from "@/core/member/member";
import { Failure } from "@/failures";

export const RemoveGoldenQuestion = z.object({ id: z.string().max(100) });
export type RemoveGoldenQuestion = z.infer<typeof RemoveGoldenQuestion>;

/** Takes a question out of the test set. Unknown: `not_found`. */
export async function removeGoldenQuestion(member: Member, { id }: RemoveGoldenQuestion): Promise<void> {
  requireRole(member, "admin");
  await member.database.transaction(async (tx) => {
    const { count } = await tx.goldenQuestion.deleteMany({ where: { id } });
    if (count === 0) throw new Failure("not_found");
    await recordAudit(tx, member, "golden-question.removed", id);
  });
}
