import type { Transaction } from "./database";

/** Hash of the tenant's newest audit row, "" for the first. Later callers wait until this transaction ends. */
export async function lastAuditHash(tx: Transaction, tenantId: string): Promise<string> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('audit:' || ${tenantId}, 0))`;
  const last = await tx.auditEntry.findFirst({
    where: { tenantId },
    orderBy: { sequence: "desc" },
    select: { hash: true },
  });
  return last?.hash ?? "";
}
