import { z } from "zod";
import { recordAudit } from "@/core/audit/record-audit";
import { type Member, requireRole } from "@/core/member/member";
import { ModerationSettings, moderationPlace, toModerationSettings } from "./settings";

export const UpdateModeration = ModerationSettings.omit({ sealedKey: true })
  .partial()
  // Null takes the key away.
  .extend({ apiKey: z.string().trim().min(1).max(500).nullable().optional() });
export type UpdateModeration = z.input<typeof UpdateModeration>;

/** Changes the named settings and leaves the others; the provider's key is sealed and never shown again. Admins and owners. */
export async function updateModeration(member: Member, input: UpdateModeration): Promise<void> {
  requireRole(member, "admin");
  const { tenantId, product } = member;
  const { apiKey } = UpdateModeration.parse(input);
  const given = Object.entries(input).filter(([name, value]) => name !== "apiKey" && value !== undefined);
  await member.database.transaction(async (tx) => {
    const row = await tx.tenant.findUnique({ where: { id: tenantId }, select: { moderation: true } });
    const settings = ModerationSettings.parse({
      ...toModerationSettings(row?.moderation),
      ...Object.fromEntries(given),
    });
    if (apiKey !== undefined)
      settings.sealedKey = apiKey === null ? null : product.vault.seal(apiKey, moderationPlace(tenantId));
    await tx.tenant.update({ where: { id: tenantId }, data: { moderation: settings } });
    const names = [...given.map(([name]) => name), ...(apiKey === undefined ? [] : ["apiKey"])];
    await recordAudit(tx, member, "moderation.updated", tenantId, { settings: names.join(", ") });
  });
}
