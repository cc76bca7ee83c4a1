import { z } from "zod";
import { recordAudit } from "@/core/audit/record-audit";
import { MOST_DEPTH, MOST_PAGES } from "@/core/crawl/crawl-site";
import { toPageAddress } from "@/core/crawl/site-address";
import { type Member, requireRole } from "@/core/member/member";
import { toSubmittedId } from "@/core/submission/submission";
import { fieldFailure } from "@/failures";
import { AddPageSource, requireNewAddress } from "./add-page-source";
import { isMade } from "./is-made";
import { Schedule } from "./source";

export const AddSiteSource = AddPageSource.extend({
  mostPages: z.int().min(1).max(5000, "Use at most 5,000 pages.").default(MOST_PAGES),
  mostDepth: z.int().min(0).max(20).default(MOST_DEPTH),
  schedule: Schedule.default("off"),
});
export type AddSiteSource = z.input<typeof AddSiteSource>;

/**
 * Takes a site's address and has the worker read its pages: those of its sitemap, else those it links to, below this
 * address. `getSource` tells how far it is. A site given twice is `conflict`, by the same submission one.
 */
export async function addSiteSource(member: Member, input: AddSiteSource): Promise<{ id: string }> {
  requireRole(member, "admin");
  const { mostPages, mostDepth, schedule, submission, ...given } = AddSiteSource.parse(input);
  const url = toPageAddress(given.url);
  if (!url) throw fieldFailure("url", "Use an address without a user name or password in it.");
  const id = await toSubmittedId("source", member.tenantId, submission);
  await member.database.transaction(async (tx) => {
    if (await isMade(tx, member, id)) return;
    await requireNewAddress(tx, "site", url);
    const { host, pathname } = new URL(url);
    const title = `${host}${pathname === "/" ? "" : pathname}`.slice(0, 200);
    const data = { id, tenantId: member.tenantId, kind: "site", title, url, mostPages, mostDepth, schedule };
    await tx.source.create({ data });
    await recordAudit(tx, member, "source.added", id, { kind: "site", url });
  });
  return { id };
}
