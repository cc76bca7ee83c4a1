import { z } from "zod";
import type { Member } from "@/core/member/member";
import { toSql } from "@/store/models-sql";
import { listRefusalReasons, listRefusalRows } from "@/store/refusal-rows";
import { toMend } from "./mend";

const RefusalPlace = z.object({ lastSeenAt: z.date(), reason: z.string().max(100), origin: z.string().max(500) });

export const ListRefusals = z.object({
  /** Characters in the origin, the reason or the detail. */
  search: z.string().trim().max(200).optional(),
  /** A code of the failures, `reported:` before it where it was let through. */
  reason: z.string().max(100).optional(),
  /** The last entry of the page before. */
  before: RefusalPlace.optional(),
  limit: z.number().int().min(1).max(500).default(100),
});
export type ListRefusals = z.input<typeof ListRefusals>;

/** What visitors' browsers were refused, why, and what mends it, newest first: one entry per reason and origin. */
export function listRefusals(member: Member, input: ListRefusals = {}) {
  const { limit, before, ...filter } = ListRefusals.parse(input);
  const now = member.product.now();
  return member.database.transaction(async (tx) => {
    const rows = await listRefusalRows(toSql(tx), filter, before ?? null, limit);
    const origins = (await tx.origin.findMany()).map(({ pattern, group, expiresAt }) => ({
      ...{ pattern, group },
      expiresAt: expiresAt?.getTime() ?? null,
    }));
    const { developmentOrigins } = await tx.tenant.findUniqueOrThrow({ where: { id: member.tenantId } });
    return rows.map(({ page_url_hash, first_seen_at, last_seen_at, ...row }) => ({
      ...row,
      pageUrlHash: page_url_hash,
      firstSeenAt: first_seen_at,
      lastSeenAt: last_seen_at,
      ...toMend(row, { origins, developmentOrigins }, now),
    }));
  });
}

/** The reasons that something was refused for, the latest first, each with how often and from how many origins. */
export function listReasons(member: Member) {
  return member.database.sql((sql) => listRefusalReasons(sql));
}
