import { z } from "zod";
import { recordAudit } from "@/core/audit/record-audit";
import { isId } from "@/core/id/id";
import { type Author, requireRight } from "@/core/server/server";
import { Failure } from "@/failures";
import { lockDoor } from "@/store/door-lock";

export const RemoveOrigin = z.object({ id: z.string().max(100) });
export type RemoveOrigin = z.infer<typeof RemoveOrigin>;

/** Refuses an origin from now on, in every process within a second. Unknown: `not_found`. Admins and owners, and
 * the tenant's server. */
export async function removeOrigin(author: Author, input: RemoveOrigin): Promise<void> {
  requireRight(author, "admin", "origins");
  if (!isId("origin", input.id)) throw new Failure("not_found");
  await author.database.transaction(async (tx) => {
    await lockDoor(tx, author.tenantId);
    const row = await tx.origin.findUnique({ where: { id: input.id } });
    if (!row) throw new Failure("not_found");
    await tx.origin.delete({ where: { id: input.id } });
    await recordAudit(tx, author, "origin.removed", input.id, { pattern: row.pattern });
  });
}
