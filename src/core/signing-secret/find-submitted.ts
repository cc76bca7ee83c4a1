import type { Member } from "@/core/member/member";
import { REPEAT_MS } from "@/core/submission/submission";
import { Failure } from "@/failures";
import type { Transaction } from "@/store/database";
import { secretPlace } from "./signing-secret";

/**
 * The secret that the same press of the same button made a moment ago, as it was shown then; null for a first press.
 * `conflict` when that was over 10 minutes ago: it was shown once.
 */
export async function findSubmitted(tx: Transaction, member: Member, submission: string | null) {
  if (submission === null) return null;
  const { tenantId, product } = member;
  const row = await tx.signingSecret.findUnique({ where: { tenantId_submission: { tenantId, submission } } });
  if (!row) return null;
  if (product.now() - row.createdAt.getTime() > REPEAT_MS)
    throw new Failure("conflict", { detail: `This made the secret ${row.kid} already, which was shown then.` });
  return { kid: row.kid, jwtSecret: product.vault.open(row.sealed, secretPlace(tenantId, row.kid)) };
}
