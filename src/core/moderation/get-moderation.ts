import { type Member, requireRole } from "@/core/member/member";
import { toModerationSettings } from "./settings";

/** What visitors' messages are checked for; of the provider's key only whether there is one. Admins and owners. */
export async function getModeration(member: Member) {
  requireRole(member, "admin");
  const row = await member.database.transaction((tx) =>
    tx.tenant.findUnique({ where: { id: member.tenantId }, select: { moderation: true } }),
  );
  const { sealedKey, ...settings } = toModerationSettings(row?.moderation);
  return { ...settings, hasKey: sealedKey !== null };
}
