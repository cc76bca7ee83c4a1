import { z } from "zod";
import { recordAudit } from "@/core/audit/record-audit";
import { sha256Hex } from "@/core/id/id";
import { type Member, requireRole } from "@/core/member/member";
import { toVisibleText } from "@/core/passage/cut-passages";
import { Submission, toSubmittedId } from "@/core/submission/submission";
import { fieldFailure } from "@/failures";
import { isMade } from "./is-made";
import { MOST_CHARACTERS, replacePassages } from "./source";

export const AddTextSource = z.object({
  title: z.string().trim().min(1, "Give it a title.").max(200, "Use at most 200 characters."),
  text: z.string().max(MOST_CHARACTERS, "Use at most 1,000,000 characters; cut it into several texts."),
  url: z
    .url({ protocol: /^https?$/, error: "Use an address such as https://www.example.com/help." })
    .max(2000)
    .optional(),
  submission: Submission,
});
export type AddTextSource = z.infer<typeof AddTextSource>;

/** Adds a text or markdown as knowledge, searchable when this returns. `url` is where visitors can read it. The same submission adds one. */
export async function addTextSource(member: Member, input: AddTextSource): Promise<{ id: string }> {
  requireRole(member, "admin");
  const { title, url = null, text: given } = AddTextSource.parse(input);
  const text = toVisibleText(given);
  if (text.trim() === "") throw fieldFailure("text", "There is no text in it.");
  const id = await toSubmittedId("source", member.tenantId, input.submission);
  const contentHash = await sha256Hex(text);
  const readAt = new Date(member.product.now());
  await member.database.transaction(async (tx) => {
    if (await isMade(tx, member, id)) return;
    await tx.source.create({
      data: {
        id,
        tenantId: member.tenantId,
        kind: "text",
        title,
        url,
        content: text,
        contentHash,
        status: "ready",
        readAt,
      },
    });
    const passages = await replacePassages(tx, member.tenantId, { id, title, url, text });
    await recordAudit(tx, member, "source.added", id, { kind: "text", title, passages });
  });
  return { id };
}
