import { z } from "zod";
import type { Member } from "@/core/member/member";
import { Failure } from "@/failures";
import type { SourceStatus } from "./source";

export const GetSource = z.object({ id: z.string().max(100) });
export type GetSource = z.infer<typeof GetSource>;

/** A source with its passages in order. Unknown, or another tenant's: `not_found`. */
export async function getSource(member: Member, { id }: GetSource) {
  return member.database.transaction(async (tx) => {
    const source = await tx.source.findUnique({
      where: { id },
      omit: { content: true, contentHash: true, tenantId: true },
    });
    if (!source) throw new Failure("not_found");
    const passages = await tx.passage.findMany({
      where: { sourceId: id },
      orderBy: { position: "asc" },
      select: { id: true, headings: true, anchor: true, text: true, length: true },
      take: 1000,
    });
    return { ...source, status: source.status as SourceStatus, passages };
  });
}
