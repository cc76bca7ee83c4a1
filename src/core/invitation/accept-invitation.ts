import { z } from "zod";
import type { Account } from "@/core/account/account";
import { recordAudit } from "@/core/audit/record-audit";
import { Failure } from "@/failures";
import { lockTeam } from "@/store/team-rows";
import { findInvitation } from "./invitation";

export const AcceptInvitation = z.object({ token: z.string().max(100) });
export type AcceptInvitation = z.infer<typeof AcceptInvitation>;

/**
 * Takes the place in the team, once. An account under another address than the invited one is `scope_refused`: a link
 * that was passed on opens nothing. A used, revoked or expired one is `not_found`.
 */
export async function acceptInvitation(
  account: Pick<Account, "product" | "userId" | "email">,
  input: AcceptInvitation,
) {
  const { product, userId, email } = account;
  const { tenantId, tokenHash, ...found } = await findInvitation(product, input.token);
  if (found.email !== email) {
    const detail = `This invitation is for ${found.email}; you are signed in as ${email}. Sign in with that address.`;
    throw new Failure("scope_refused", { detail });
  }
  await product.database.tenant(tenantId).transaction(async (tx) => {
    await lockTeam(tx, tenantId);
    const row = await tx.invitation.findUnique({ where: { tokenHash } });
    if (!row) throw new Failure("not_found", { detail: "This invitation was used or taken back." });
    await tx.invitation.delete({ where: { tokenHash } });
    const { role } = row;
    await tx.membership.upsert({
      where: { tenantId_userId: { tenantId, userId } },
      create: { tenantId, userId, role },
      update: {},
    });
    await recordAudit(tx, { tenantId, actor: userId, product }, "member.joined", userId, { role });
  });
  return { tenantId };
}
