import type { Transaction } from "@/store/database";
import { lockDoor } from "@/store/door-lock";

/** Whether the press that makes this source has made it: of two at once, the second waits for the first. */
export async function isMade(tx: Transaction, { tenantId }: { tenantId: string }, id: string): Promise<boolean> {
  await lockDoor(tx, tenantId);
  return (await tx.source.findUnique({ where: { id }, select: { id: true } })) !== null;
}
