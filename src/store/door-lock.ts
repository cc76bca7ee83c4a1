import type { Transaction } from "./database";

/**
 * Makes whoever else changes the same tenant's keys, secrets or origins wait until this transaction ends: what was read
 * after it is still so when it commits.
 */
export async function lockDoor(tx: Transaction, tenantId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('door:' || ${tenantId}, 0))`;
}
