import { Failure } from "@/failures";
import type { Transaction } from "@/store/database";

/** Says which tenants would be left without an owner, and what to do first. */
export function soleOwnerFailure(names: string[]): Failure {
  const list = names.map((name) => `“${name}”`).join(", ");
  return new Failure("conflict", {
    detail: `You are the only owner of ${list}. Make somebody else its owner, or delete the tenant, first.`,
  });
}

/** Throws `conflict` when nobody but this user owns the tenant. Call it under the team's lock. */
export async function requireAnotherOwner(tx: Transaction, tenantId: string, userId: string): Promise<void> {
  const other = await tx.membership.findFirst({ where: { role: "owner", userId: { not: userId } } });
  if (other) return;
  const { name } = await tx.tenant.findUniqueOrThrow({ where: { id: tenantId }, select: { name: true } });
  throw soleOwnerFailure([name]);
}
