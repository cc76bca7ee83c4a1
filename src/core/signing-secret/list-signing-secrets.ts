import { type Member, requireRole } from "@/core/member/member";
import { toSecretState } from "./signing-secret";

/** The tenant's secrets, newest first, by their last four characters only. Admins and owners. */
export async function listSigningSecrets(member: Member) {
  requireRole(member, "admin");
  const rows = await member.database.transaction((tx) => tx.signingSecret.findMany({ orderBy: { createdAt: "desc" } }));
  const now = member.product.now();
  return rows.map((row) => ({
    kid: row.kid,
    last4: row.last4,
    state: toSecretState(row, now),
    createdAt: row.createdAt,
    retiresAt: row.retiresAt,
    revokedAt: row.revokedAt,
    lastUsedAt: row.lastUsedAt,
  }));
}
