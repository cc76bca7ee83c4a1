import { z } from "zod";
import type { Member } from "@/core/member/member";

export const ListRefusals = z.object({ limit: z.number().int().min(1).max(500).default(100) });
export type ListRefusals = z.input<typeof ListRefusals>;

/** What visitors' browsers were refused and why, newest first: one entry per reason and origin. */
export function listRefusals(member: Member, input: ListRefusals = {}) {
  const { limit } = ListRefusals.parse(input);
  return member.database.transaction((tx) =>
    tx.refusal.findMany({
      orderBy: { lastSeenAt: "desc" },
      take: limit,
      select: {
        reason: true,
        origin: true,
        count: true,
        detail: true,
        pageUrlHash: true,
        firstSeenAt: true,
        lastSeenAt: true,
      },
    }),
  );
}
