import { z } from "zod";
import { recordAudit } from "@/core/audit/record-audit";
import { newId } from "@/core/id/id";
import { type Member, requireRole } from "@/core/member/member";
import { Failure } from "@/failures";

export const AddPageSource = z.object({
  url: z
    .string()
    .trim()
    .transform((url) => (/^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `https://${url}`))
    .pipe(z.url({ protocol: /^https?$/, error: "Use an address such as https://www.example.com/help." }).max(2000)),
});
export type AddPageSource = z.infer<typeof AddPageSource>;

/** Takes a page's address and has the worker read it; `getSource` tells how far it is. A page given twice is `conflict`. */
export async function addPageSource(member: Member, input: AddPageSource): Promise<{ id: string }> {
  requireRole(member, "admin");
  const url = new URL(AddPageSource.parse(input).url);
  url.hash = "";
  const id = newId("source");
  await member.database.transaction(async (tx) => {
    if (await tx.source.findFirst({ where: { kind: "page", url: url.href } })) {
      const message = "This page is in the knowledge already.";
      throw new Failure("conflict", { detail: message, errors: [{ path: "url", message }] });
    }
    const title = `${url.host}${url.pathname === "/" ? "" : url.pathname}`.slice(0, 200);
    await tx.source.create({ data: { id, tenantId: member.tenantId, kind: "page", title, url: url.href } });
    await recordAudit(tx, member, "source.added", id, { kind: "page", url: url.href });
  });
  await member.product.jobs.send("read-source", { tenantId: member.tenantId, sourceId: id });
  return { id };
}
