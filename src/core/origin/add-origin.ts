import { z } from "zod";
import { recordAudit } from "@/core/audit/record-audit";
import { newId } from "@/core/id/id";
import { type Author, requireRight } from "@/core/server/server";
import { hashSubmission, Submission } from "@/core/submission/submission";
import { Failure, fieldFailure } from "@/failures";
import { lockDoor } from "@/store/door-lock";
import { parseOriginPattern } from "./origin";

export const OriginGroup = z.string().regex(/^[\w .-]{1,60}$/, "Use 1 to 60 letters, digits, spaces, dots, dashes.");
export const OriginExpiry = z.iso.datetime({ offset: true, error: "A time such as 2030-01-31T12:00:00Z." });

export const AddOrigin = z.object({
  pattern: z.string().max(300, "Use at most 300 characters."),
  /** Origins of one group count as one for the ownership of conversations. */
  group: OriginGroup.nullish(),
  /** When it stops being allowed, such as that of a preview deployment. */
  expiresAt: OriginExpiry.nullish(),
  submission: Submission,
});
export type AddOrigin = z.infer<typeof AddOrigin>;

const MOST = 200;

/**
 * Allows an origin or a one-label wildcard. A pattern that is there already is `conflict`; one that has expired is no
 * longer there. The same submission sent twice adds one. Admins and owners, and the tenant's server.
 */
export async function addOrigin(author: Author, input: AddOrigin) {
  requireRight(author, "admin", "origins");
  const parsed = parseOriginPattern(input.pattern);
  if (!parsed.ok) throw fieldFailure("pattern", parsed.reason);
  const { pattern } = parsed;
  const { tenantId, product } = author;
  const now = new Date(product.now());
  const group = input.group ?? null;
  const expiresAt = input.expiresAt ? new Date(input.expiresAt) : null;
  if (expiresAt && expiresAt <= now) throw fieldFailure("expiresAt", "This is in the past.");
  const submission = await hashSubmission(author, input.submission);
  return author.database.transaction(async (tx) => {
    await lockDoor(tx, tenantId);
    const repeated = submission && (await tx.origin.findFirst({ where: { submission } }));
    if (repeated)
      return { id: repeated.id, pattern: repeated.pattern, group: repeated.group, expiresAt: repeated.expiresAt };
    await tx.origin.deleteMany({ where: { expiresAt: { lte: now } } });
    const present = await tx.origin.findMany({ select: { pattern: true } });
    if (present.some((row) => row.pattern === pattern)) {
      throw new Failure("conflict", {
        detail: `${pattern} is on the list already.`,
        errors: [{ path: "pattern", message: "This is on the list already." }],
      });
    }
    if (present.length >= MOST) throw fieldFailure("pattern", `A tenant can have ${MOST} origins; remove one first.`);
    const id = newId("origin");
    await tx.origin.create({ data: { id, tenantId, pattern, group, expiresAt, submission } });
    await recordAudit(tx, author, "origin.added", id, { pattern });
    return { id, pattern, group, expiresAt };
  });
}
