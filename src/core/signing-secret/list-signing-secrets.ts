import { type Member, requireRole } from "@/core/member/member";
import { countUses } from "@/core/observation/count-uses";
import { isSafeToRetire, toSecretState } from "./signing-secret";

/**
 * The tenant's secrets, newest first, by their last four characters only, each with the requests of the last 24 hours
 * that showed a token it had signed, and their share of all such requests (0 to 1). Admins and owners.
 */
export async function listSigningSecrets(member: Member) {
  requireRole(member, "admin");
  const now = member.product.now();
  const [rows, uses] = await member.database.transaction(async (tx) => [
    await tx.signingSecret.findMany({ orderBy: [{ createdAt: "desc" }, { id: "asc" }] }),
    await countUses(tx, "signing-secret", now),
  ]);
  const all = rows.reduce((sum, { kid }) => sum + (uses.get(kid) ?? 0), 0);
  return rows.map((row, i) => {
    const state = toSecretState(row, now);
    const requests = uses.get(row.kid) ?? 0;
    // What came after it is what replaced it.
    const replacedAt = rows[i - 1]?.createdAt ?? row.createdAt;
    return {
      kid: row.kid,
      last4: row.last4,
      state,
      createdAt: row.createdAt,
      retiresAt: row.retiresAt,
      revokedAt: row.revokedAt,
      lastUsedAt: row.lastUsedAt,
      requests,
      share: all === 0 ? 0 : requests / all,
      safeToRetire: isSafeToRetire(state, row.lastUsedAt, replacedAt, now),
    };
  });
}
