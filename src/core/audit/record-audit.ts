import { sha256Hex } from "@/core/id/id";
import type { Author } from "@/core/server/server";
import { lastAuditHash } from "@/store/audit-chain";
import type { Prisma, Transaction } from "@/store/database";

type Detail = Record<string, string | number | boolean | null>;

/**
 * Writes down what a member or the tenant's server did, in the transaction that does it. Each row hashes the one before it.
 * `action` is `noun.past-verb`; `detail` must hold no secret.
 */
export async function recordAudit(
  tx: Transaction,
  author: Pick<Author, "tenantId" | "actor" | "product">,
  action: string,
  subject: string,
  detail: Detail = {},
) {
  const previousHash = await lastAuditHash(tx, author.tenantId);
  const entry = { tenantId: author.tenantId, at: new Date(author.product.now()), actor: author.actor, action, subject };
  const hash = await sha256Hex(auditText({ ...entry, detail, previousHash }));
  await tx.auditEntry.create({ data: { ...entry, detail: detail as Prisma.InputJsonObject, previousHash, hash } });
}

/** What a row's hash covers: its fields in a fixed order, the detail's keys sorted. */
export function auditText(row: {
  tenantId: string;
  at: Date;
  actor: string;
  action: string;
  subject: string;
  detail: Detail;
  previousHash: string;
}): string {
  const detail = Object.entries(row.detail).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([
    row.previousHash,
    row.tenantId,
    row.at.toISOString(),
    row.actor,
    row.action,
    row.subject,
    detail,
  ]);
}
