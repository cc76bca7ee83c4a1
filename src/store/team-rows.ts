import type { Transaction } from "./database";

/** Makes changes of one tenant's team wait for each other: two owners cannot both be the last to leave. */
export async function lockTeam(tx: Transaction, tenantId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('team:' || ${tenantId}, 0))`;
}

/** Deletes everything of the transaction's tenant but the record of what was done. */
export async function endTenant(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT gatehouse_end_tenant()`;
}
