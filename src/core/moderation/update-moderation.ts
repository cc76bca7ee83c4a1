import { z } from "zod";
import { recordAudit } from "@/core/audit/record-audit";
import { type Member, requireRole } from "@/core/member/member";
import { named, requireAsSeen, someOf } from "@/core/settings/some-of";
import { lockDoor } from "@/store/door-lock";
import { ModerationSettings, moderationPlace, toModerationSettings } from "./settings";

const Some = someOf(ModerationSettings.omit({ sealedKey: true }));

/** `apiKey` null takes the key away. `seen`: what the page showed of the others. */
export const UpdateModeration = Some.extend({
  apiKey: z.string().trim().min(1).max(500).nullable().optional(),
  seen: Some.optional(),
});
export type UpdateModeration = z.input<typeof UpdateModeration>;

/**
 * Changes the named settings and leaves the others; the provider's key is sealed, never shown again, and goes to the
 * address it was given for: with another one it is forgotten. `conflict` when one is no longer as `seen`. Admins and owners.
 */
export async function updateModeration(member: Member, input: UpdateModeration): Promise<void> {
  requireRole(member, "admin");
  const { tenantId, product } = member;
  const { apiKey, seen, ...rest } = UpdateModeration.parse(input);
  const given = named(rest);
  await member.database.transaction(async (tx) => {
    await lockDoor(tx, tenantId);
    const row = await tx.tenant.findUnique({ where: { id: tenantId }, select: { moderation: true } });
    const before = toModerationSettings(row?.moderation);
    requireAsSeen(seen, before, "these settings");
    const settings = ModerationSettings.parse({ ...before, ...given });
    if (settings.url !== before.url) settings.sealedKey = null;
    if (apiKey !== undefined)
      settings.sealedKey = apiKey === null ? null : product.vault.seal(apiKey, moderationPlace(tenantId));
    await tx.tenant.update({ where: { id: tenantId }, data: { moderation: settings } });
    const names = [...Object.keys(given), ...(apiKey === undefined ? [] : ["apiKey"])];
    await recordAudit(tx, member, "moderation.updated", tenantId, { settings: names.join(", ") });
  });
}
