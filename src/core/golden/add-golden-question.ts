import { z } from "zod";
import { recordAudit } from "@/core/audit/record-audit";
import { type Member, requireRole } from "@/core/member/member";
import { Submission, toSubmittedId } from "@/core/submission/submission";
import { Failure, fieldFailure } from "@/failures";
import { lockDoor } from "@/store/door-lock";

export const AddGoldenQuestion = z.discriminatedUnion("expects", [
  z.object({
    expects: z.literal("source"),
    question: question(),
    submission: Submission,
    sourceId: z.string().min(1, "Choose a source.").max(100),
  }),
  z.object({
    expects: z.literal("text"),
    question: question(),
    submission: Submission,
    text: z.string().trim().min(1, "Say what the answer must hold.").max(1000),
  }),
  z.object({ expects: z.literal("nothing"), question: question(), submission: Submission }),
]);
export type AddGoldenQuestion = z.infer<typeof AddGoldenQuestion>;

const MOST = 500;

function question() {
  return z.string().trim().min(1, "Ask something.").max(1000, "Use at most 1,000 characters.");
}

/** Adds a question to the test set: its answer must cite a source, hold a text, or be an honest "I don't know". The same submission adds one. */
export async function addGoldenQuestion(member: Member, input: AddGoldenQuestion): Promise<{ id: string }> {
  requireRole(member, "admin");
  const { submission, ...given } = AddGoldenQuestion.parse(input);
  const id = await toSubmittedId("goldenQuestion", member.tenantId, submission);
  await member.database.transaction(async (tx) => {
    await lockDoor(tx, member.tenantId);
    if (await tx.goldenQuestion.findUnique({ where: { id } })) return;
    if ((await tx.goldenQuestion.count()) >= MOST)
      throw new Failure("quota_exceeded", { detail: `A test set has at most ${MOST} questions.` });
    if (given.expects === "source" && !(await tx.source.findUnique({ where: { id: given.sourceId } })))
      throw fieldFailure("sourceId", "There is no such source.");
    const createdAt = new Date(member.product.now());
    await tx.goldenQuestion.create({ data: { ...given, id, tenantId: member.tenantId, createdAt } });
    await recordAudit(tx, member, "golden-question.added", id, { expects: given.expects });
  });
  return { id };
}
