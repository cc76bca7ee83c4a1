import { z } from "zod";
import { recordAudit } from "@/core/audit/record-audit";
import { type Member, requireRecentSignIn, requireRole } from "@/core/member/member";
import { Failure } from "@/failures";

export const DisableSiteKey = z.object({ id: z.string().max(100) });
export type DisableSiteKey = z.infer<typeof DisableSiteKey>;

/**
 * Ends a site key now, the only one as well: from then on it is answered like an unknown one, in every process within
 * 1 s. The tenant's id, which is accepted wherever a key is, goes on working. Unknown: `not_found`. Admins and owners, with a recent sign-in.
 */
export async function disableSiteKey(member: Member, { id }: DisableSiteKey): Promise<void> {
  requireRole(member, "admin");
  requireRecentSignIn(member);
  await member.database.transaction(async (tx) => {
    const row = await tx.siteKey.findUnique({ where: { id } });
    if (!row) throw new Failure("not_found");
    if (row.disabledAt) return;
    await tx.siteKey.update({ where: { id }, data: { disabledAt: new Date(member.product.now()) } });
    await recordAudit(tx, member, "site-key.disabled", id, { last4: row.key.slice(-4) });
  });
}
