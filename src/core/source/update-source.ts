import { z } from "zod";
import { recordAudit, toChanges } from "@/core/audit/record-audit";
import { type Member, requireRole } from "@/core/member/member";
import { requireAsSeen } from "@/core/settings/some-of";
import { Failure } from "@/failures";
import { lockDoor } from "@/store/door-lock";
import { relexSource } from "./relex-source";
import { Schedule, SourceLanguage, toNextSync } from "./source";

const Settings = z.object({
  hidden: z.boolean().optional(),
  /** Null: not said. */
  language: SourceLanguage.nullable().optional(),
  schedule: Schedule.optional(),
});

/** `seen`: what the page showed of them. */
export const UpdateSource = Settings.extend({ id: z.string().max(100), seen: Settings.optional() });
export type UpdateSource = z.infer<typeof UpdateSource>;

/**
 * Changes how a source is used and when it is read again; what is left out stays. Texts have no schedule. `conflict` when
 * one is no longer as `seen`. Admins and owners.
 */
export async function updateSource(member: Member, input: UpdateSource): Promise<void> {
  requireRole(member, "admin");
  const { id, seen, ...wanted } = UpdateSource.parse(input);
  await member.database.transaction(async (tx) => {
    await lockDoor(tx, member.tenantId);
    const source = await tx.source.findUnique({ where: { id } });
    if (!source) throw new Failure("not_found");
    requireAsSeen(seen, source, "this source");
    const schedule = source.kind === "page" || source.kind === "site" ? wanted.schedule : undefined;
    const next = schedule && { schedule, nextSyncAt: toNextSync(schedule, member.product.now()) };
    const { hidden = source.hidden, language = source.language } = wanted;
    await tx.source.update({ where: { id }, data: { hidden, language, ...next } });
    if (language !== source.language) await relexSource(tx, member.tenantId, { id, language });
    const changes = toChanges(source, { hidden, language, schedule: schedule ?? source.schedule });
    await recordAudit(tx, member, "source.updated", id, { kind: source.kind, title: source.title, ...changes });
  });
}
