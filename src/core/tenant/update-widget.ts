import { z } from "zod";
import { recordAudit, toChanges } from "@/core/audit/record-audit";
import { type Member, requireRole } from "@/core/member/member";
import { named, requireAsSeen, someOf } from "@/core/settings/some-of";
import { lockDoor } from "@/store/door-lock";
import { toWidgetLook, WidgetLook } from "./tenant";

const Some = someOf(WidgetLook);

/** `seen`: what the page showed of them. */
export const UpdateWidget = z.object({ widget: Some, seen: Some.optional() });
export type UpdateWidget = z.input<typeof UpdateWidget>;

/**
 * Changes the named settings of the widget and leaves the others; open pages have them when they are loaded anew.
 * `conflict` when one is no longer as `seen`. Admins and owners.
 */
export async function updateWidget(member: Member, { widget, seen }: UpdateWidget): Promise<WidgetLook> {
  requireRole(member, "admin");
  const { tenantId: id } = member;
  return member.database.transaction(async (tx) => {
    await lockDoor(tx, id);
    const before = toWidgetLook((await tx.tenant.findUniqueOrThrow({ where: { id } })).widget);
    requireAsSeen(seen, before, "these settings");
    const after = WidgetLook.parse({ ...before, ...named(widget) });
    await tx.tenant.update({ where: { id }, data: { widget: after } });
    await recordAudit(tx, member, "widget.updated", id, toChanges(before, after));
    return after;
  });
}
