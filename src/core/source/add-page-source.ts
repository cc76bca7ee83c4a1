import { z } from "zod";
import { recordAudit } from "@/core/audit/record-audit";
import { type Member, requireRole } from "@/core/member/member";
import { Submission, toSubmittedId } from "@/core/submission/submission";
import { Failure } from "@/failures";
import type { Transaction } from "@/store/database";
import { isMade } from "./is-made";

export const AddPageSource = z.object({
  url: z
    .string()
    .trim()
    .transform((url) => (/^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `https://${url}`))
    .pipe(z.url({ protocol: /^https?$/, error: "Use an address such as https://www.example.com/help." }).max(2000)),
  submission: Submission,
});
export type AddPageSource = z.infer<typeof AddPageSource>;

/** Takes a page's address and has the worker read it; `getSource` tells how far it is. A page given twice is `conflict`, by the same submission one. */
export async function addPageSource(member: Member, input: AddPageSource): Promise<{ id: string }> {
  requireRole(member, "admin");
  const url = new URL(AddPageSource.parse(input).url);
  url.hash = "";
  const id = await toSubmittedId("source", member.tenantId, input.submission);
  const isNew = await member.database.transaction(async (tx) => {
    if (await isMade(tx, member, id)) return false;
    await requireNewAddress(tx, "page", url.href);
    const title = `${url.host}${url.pathname === "/" ? "" : url.pathname}`.slice(0, 200);
    await tx.source.create({ data: { id, tenantId: member.tenantId, kind: "page", title, url: url.href } });
    await recordAudit(tx, member, "source.added", id, { kind: "page", url: url.href });
    return true;
  });
  if (isNew) await member.product.jobs.send("read-source", { tenantId: member.tenantId, sourceId: id });
  return { id };
}

/** Throws `conflict` where the tenant has a source of this kind at this address. */
export async function requireNewAddress(tx: Transaction, kind: "page" | "site", url: string): Promise<void> {
  if (!(await tx.source.findFirst({ where: { kind, url } }))) return;
  const message = `This ${kind} is in the knowledge already.`;
  throw new Failure("conflict", { detail: message, errors: [{ path: "url", message }] });
}
