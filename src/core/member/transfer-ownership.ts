import { z } from "zod";
import { recordAudit } from "@/core/audit/record-audit";
import { fieldFailure } from "@/failures";
import { findTeammate } from "./find-teammate";
import { type Member, requireRecentSignIn, requireRole } from "./member";

export const TransferOwnership = z.object({ userId: z.string().max(100) });
export type TransferOwnership = z.infer<typeof TransferOwnership>;

/** Makes somebody of the team its owner and the caller an admin. Owners, with a recent sign-in. */
export async function transferOwnership(member: Member, { userId }: TransferOwnership): Promise<void> {
  requireRole(member, "owner");
  requireRecentSignIn(member);
  const { tenantId, actor } = member;
  if (userId === actor) throw fieldFailure("userId", "You are the owner already.");
  await member.database.transaction(async (tx) => {
    const from = await findTeammate(tx, member, userId);
    await findTeammate(tx, member, actor);
    const setRole = (id: string, role: string) =>
      tx.membership.update({ where: { tenantId_userId: { tenantId, userId: id } }, data: { role } });
    await setRole(userId, "owner");
    await setRole(actor, "admin");
    await recordAudit(tx, member, "tenant.transferred", userId, { from, by: actor });
  });
}
