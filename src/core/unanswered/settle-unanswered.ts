import { z } from "zod";
import { recordAudit } from "@/core/audit/record-audit";
import { sha256Hex } from "@/core/id/id";
import { type Member, requireRole } from "@/core/member/member";
import type { Transaction } from "@/store/database";
import { findOpenGroups } from "./find-open-groups";

export const UnansweredKey = z.string().regex(/^[0-9a-f]{64}$/);
export const SettleUnanswered = z.object({ key: UnansweredKey });
export type SettleUnanswered = z.infer<typeof SettleUnanswered>;

/** Takes a group of unanswered questions off the list, until one of it is asked again. Agents and above. */
export async function settleUnanswered(member: Member, input: SettleUnanswered): Promise<void> {
  requireRole(member, "agent");
  const { key } = SettleUnanswered.parse(input);
  const keys = await toWordings(member, key);
  await member.database.transaction(async (tx) => {
    await settle(tx, member, keys);
    await recordAudit(tx, member, "unanswered.settled", key);
  });
}

/** The keys of all wordings of a group, also of those that would name it when others are gone. */
export async function toWordings(member: Member, key: string): Promise<string[]> {
  for (const { words, members } of await findOpenGroups(member))
    if ((await sha256Hex(words)) === key) return Promise.all(members.map(sha256Hex));
  return [key];
}

/** Takes these wordings off the list within another verb's transaction. */
export async function settle(tx: Transaction, { tenantId, product }: Member, keys: string[]): Promise<void> {
  const settledAt = new Date(product.now());
  const data = keys.map((key) => ({ tenantId, key, settledAt }));
  await tx.settledQuestion.deleteMany({ where: { key: { in: keys } } });
  await tx.settledQuestion.createMany({ data, skipDuplicates: true });
}
