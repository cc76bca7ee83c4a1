import { z } from "zod";
import { recordAudit, toChanges } from "@/core/audit/record-audit";
import { type Member, requireRole } from "@/core/member/member";
import { requireUnchanged } from "@/core/submission/submission";
import { Failure, fieldFailure } from "@/failures";
import { lockDoor } from "@/store/door-lock";
import { OriginExpiry, OriginGroup } from "./add-origin";

export const UpdateOrigin = z.object({
  id: z.string().max(100),
  /** Null for no group. */
  group: OriginGroup.nullable(),
  /** Null for an origin that stays. */
  expiresAt: OriginExpiry.nullable(),
  /** Both as the page showed them. */
  seen: z.object({ group: z.string().max(100).nullable(), expiresAt: OriginExpiry.nullable() }).optional(),
});
export type UpdateOrigin = z.infer<typeof UpdateOrigin>;

/**
 * Puts an origin into a group and sets when it expires; both in every process within a second. The same again changes
 * nothing. `conflict` when it is no longer as `seen`. Unknown: `not_found`. Admins and owners.
 */
export async function updateOrigin(member: Member, input: UpdateOrigin): Promise<void> {
  requireRole(member, "admin");
  const { id, group, seen } = input;
  const expiresAt = input.expiresAt ? new Date(input.expiresAt) : null;
  if (expiresAt && expiresAt.getTime() <= member.product.now()) throw fieldFailure("expiresAt", "This is in the past.");
  await member.database.transaction(async (tx) => {
    await lockDoor(tx, member.tenantId);
    const row = await tx.origin.findUnique({ where: { id } });
    if (!row) throw new Failure("not_found");
    if (row.group === group && row.expiresAt?.getTime() === expiresAt?.getTime()) return;
    const words = `Somebody changed ${row.pattern} meanwhile: look at it as it is now.`;
    requireUnchanged(seen?.group, row.group, words);
    requireUnchanged(seen && toTime(seen.expiresAt), row.expiresAt, words);
    await tx.origin.update({ where: { id }, data: { group, expiresAt } });
    const changes = toChanges(said(row), said({ group, expiresAt }));
    await recordAudit(tx, member, "origin.updated", id, { pattern: row.pattern, ...changes });
  });
}

const said = ({ group, expiresAt }: { group: string | null; expiresAt: Date | null }) => ({
  group,
  expiresAt: expiresAt?.toISOString() ?? null,
});

function toTime(text: string | null): string | null {
  return text === null ? null : new Date(text).toISOString();
}
