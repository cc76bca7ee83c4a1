import { z } from "zod";
import { recordAudit } from "@/core/audit/record-audit";
import { type Member, requireRecentSignIn, requireRole } from "@/core/member/member";
import { fieldFailure } from "@/failures";
import { endTenant, lockTeam } from "@/store/team-rows";

export const DeleteTenant = z.object({ name: z.string().max(200) });
export type DeleteTenant = z.infer<typeof DeleteTenant>;

/**
 * Deletes the tenant and everything of it but the record of what was done; its keys and sessions are refused at once.
 * `name` is its name, typed out. Owners, with a recent sign-in.
 */
export async function deleteTenant(member: Member, input: DeleteTenant): Promise<void> {
  requireRole(member, "owner");
  requireRecentSignIn(member);
  const { tenantId } = member;
  await member.database.transaction(async (tx) => {
    await lockTeam(tx, tenantId);
    const { name } = await tx.tenant.findUniqueOrThrow({ where: { id: tenantId }, select: { name: true } });
    if (input.name.trim() !== name) throw fieldFailure("name", `Type ${name} to delete it.`);
    await recordAudit(tx, member, "tenant.deleted", tenantId, { name });
    await endTenant(tx);
  });
}
