import { z } from "zod";
import { type Member, requireRole } from "@/core/member/member";
import { countUses } from "@/core/observation/count-uses";

export const ListApiKeys = z.object({
  /** Characters in its name, or its last four. */
  search: z.string().trim().max(60).optional(),
  /** Those that work, or those that were revoked or are past their date. */
  state: z.enum(["live", "ended"]).optional(),
  /** The last id of the page before. */
  before: z.string().max(100).optional(),
  limit: z.number().int().min(1).max(200).default(50),
});
export type ListApiKeys = z.input<typeof ListApiKeys>;

/** The tenant's API keys, newest first, by their last four characters only, with the requests of 24 h. Admins and owners. */
export function listApiKeys(member: Member, input: ListApiKeys = {}) {
  requireRole(member, "admin");
  const { search, state, before, limit } = ListApiKeys.parse(input);
  const now = member.product.now();
  return member.database.transaction(async (tx) => {
    const rows = await tx.apiKey.findMany({
      where: { AND: [...(search ? [toSearch(search)] : []), ...(state ? [toState(state, new Date(now))] : [])] },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      ...(before && { cursor: { id: before }, skip: 1 }),
      take: limit,
    });
    const uses = await countUses(tx, "api-key", now);
    return rows.map(({ id, name, last4, scopes, createdAt, expiresAt, revokedAt, lastUsedAt }) => ({
      ...{ id, name, last4, scopes, createdAt, expiresAt, revokedAt, lastUsedAt },
      expired: expiresAt !== null && expiresAt.getTime() <= now,
      requests: uses.get(id) ?? 0,
    }));
  });
}

function toSearch(characters: string) {
  return { OR: [{ name: { contains: characters, mode: "insensitive" as const } }, { last4: characters }] };
}

function toState(state: "live" | "ended", now: Date) {
  const live = { revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] };
  return state === "live" ? live : { NOT: live };
}
