import { z } from "zod";
import { recordAudit } from "@/core/audit/record-audit";
import { newId } from "@/core/id/id";
import { type Member, requireRole } from "@/core/member/member";
import { Failure, fieldFailure } from "@/failures";
import { parseOriginPattern } from "./origin";

export const AddOrigin = z.object({ pattern: z.string().max(300, "Use at most 300 characters.") });
export type AddOrigin = z.infer<typeof AddOrigin>;

const MOST = 200;

/** Allows an origin or a one-label wildcard. A pattern that is there already is `conflict`. Admins and owners. */
export async function addOrigin(member: Member, input: AddOrigin): Promise<{ id: string; pattern: string }> {
  requireRole(member, "admin");
  const parsed = parseOriginPattern(input.pattern);
  if (!parsed.ok) throw fieldFailure("pattern", parsed.reason);
  const { pattern } = parsed;
  return member.database.transaction(async (tx) => {
    const present = await tx.origin.findMany({ select: { pattern: true } });
    if (present.some((row) => row.pattern === pattern)) {
      throw new Failure("conflict", {
        detail: `${pattern} is on the list already.`,
        errors: [{ path: "pattern", message: "This is on the list already." }],
      });
    }
    if (present.length >= MOST) throw fieldFailure("pattern", `A tenant can have ${MOST} origins; remove one first.`);
    const id = newId("origin");
    await tx.origin.create({ data: { id, tenantId: member.tenantId, pattern } });
    await recordAudit(tx, member, "origin.added", id, { pattern });
    return { id, pattern };
  });
}
