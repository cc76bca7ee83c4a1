import { Failure } from "@/failures";
import type { Transaction } from "@/store/database";
import { lockTeam } from "@/store/team-rows";
import { type Member, type Role, roles } from "./member";

/** Whether who has `own` may give, change or take away `role`: never one above their own. */
export const mayHandle = (own: Role, role: Role) => roles.indexOf(own) <= roles.indexOf(role);

/**
 * The role of somebody of the team, under the team's lock. Whoever is not of it is `not_found`; one above the caller is
 * `scope_refused`.
 */
export async function findTeammate(tx: Transaction, member: Member, userId: string): Promise<Role> {
  const { tenantId } = member;
  await lockTeam(tx, tenantId);
  const row = await tx.membership.findUnique({ where: { tenantId_userId: { tenantId, userId } } });
  if (!row) throw new Failure("not_found");
  const role = row.role as Role;
  if (!mayHandle(member.role, role))
    throw new Failure("scope_refused", { detail: "Only an owner may change an owner." });
  return role;
}
