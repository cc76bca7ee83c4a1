import { z } from "zod";
import type { Member } from "@/core/member/member";
import { judgeOrigin } from "./judge-origin";

export const TryOrigin = z.object({ origin: z.string().trim().min(1).max(2000, "Use at most 2000 characters.") });
export type TryOrigin = z.infer<typeof TryOrigin>;

/** What the gate would say to a page at this address, by the list as it is stored now. Every member. */
export function tryOrigin(member: Member, { origin }: TryOrigin) {
  const { product, tenantId } = member;
  return member.database.transaction(async (tx) => {
    const rows = await tx.origin.findMany({ orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
    const { developmentOrigins } = await tx.tenant.findUniqueOrThrow({ where: { id: tenantId } });
    const origins = rows.map(({ pattern, group, expiresAt }) => ({
      ...{ pattern, group },
      expiresAt: expiresAt?.getTime() ?? null,
    }));
    return judgeOrigin({ origins, developmentOrigins }, origin, product.now());
  });
}
