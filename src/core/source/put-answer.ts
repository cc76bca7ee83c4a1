import { z } from "zod";
import { recordAudit } from "@/core/audit/record-audit";
import { sha256Hex } from "@/core/id/id";
import { type Member, requireRole } from "@/core/member/member";
import { toVisibleText } from "@/core/passage/cut-passages";
import { requireAsSeen } from "@/core/settings/some-of";
import { Submission, toSubmittedId } from "@/core/submission/submission";
import { settle, toWordings, UnansweredKey } from "@/core/unanswered/settle-unanswered";
import { Failure, fieldFailure } from "@/failures";
import { lockDoor } from "@/store/door-lock";
import { isMade } from "./is-made";
import { replacePassages } from "./source";

export const PutAnswer = z.object({
  /** Of the source that is changed; a new one without it. */
  id: z.string().max(100).optional(),
  question: z.string().trim().min(1, "Ask something.").max(500, "Use at most 500 characters."),
  answer: z.string().trim().min(1, "Give the answer.").max(20_000, "Use at most 20,000 characters."),
  url: z
    .url({ protocol: /^https?$/, error: "Use an address such as https://www.example.com/help." })
    .max(2000)
    .optional(),
  /** What the page showed of the source that is changed. */
  seen: z.object({ question: z.string().max(500), answer: z.string().max(20_000) }).optional(),
  /** Key of the unanswered questions that this answers; they are no longer listed. */
  settles: UnansweredKey.optional(),
  submission: Submission,
});
export type PutAnswer = z.infer<typeof PutAnswer>;

/** Brings a question and its answer into the knowledge, found by the question's words first; searchable when this returns. The same submission adds one. */
export async function putAnswer(member: Member, input: PutAnswer): Promise<{ id: string }> {
  requireRole(member, "admin");
  const { id: given, url = null, question, answer, seen, submission } = PutAnswer.parse(input);
  const [title, text] = [toVisibleText(question).replace(/\s+/g, " ").trim(), toVisibleText(answer)];
  if (title === "") throw fieldFailure("question", "Ask something.");
  if (text.trim() === "") throw fieldFailure("answer", "Give the answer.");
  const { tenantId, product } = member;
  const id = given ?? (await toSubmittedId("source", tenantId, submission));
  const contentHash = await sha256Hex(text);
  const settled = input.settles ? await toWordings(member, input.settles) : [];
  await member.database.transaction(async (tx) => {
    if (given === undefined && (await isMade(tx, member, id))) return;
    const data = {
      title,
      url,
      content: text,
      contentHash,
      status: "ready",
      failure: null,
      readAt: new Date(product.now()),
    };
    if (given === undefined) await tx.source.create({ data: { ...data, id, tenantId, kind: "qa" } });
    else {
      await lockDoor(tx, tenantId);
      const before = await tx.source.findFirst({ where: { id, kind: "qa" } });
      if (!before) throw new Failure("not_found");
      requireAsSeen(seen, { question: before.title, answer: before.content }, "this answer");
      await tx.source.update({ where: { id }, data });
    }
    await settle(tx, member, settled);
    const passages = await replacePassages(tx, tenantId, { id, title, url, text });
    await recordAudit(tx, member, given ? "source.updated" : "source.added", id, { kind: "qa", title, passages });
  });
  return { id };
}
