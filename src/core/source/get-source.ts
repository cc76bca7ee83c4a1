import { z } from "zod";
import type { Member } from "@/core/member/member";
import { Failure } from "@/failures";
import type { Schedule, SourceKind, SourceStatus } from "./source";

export const GetSource = z.object({ id: z.string().max(100) });
export type GetSource = z.infer<typeof GetSource>;

const MOST_PASSAGES = 1000;

/** A source with its passages in order; `answer` is that of a question with its answer. Unknown, or another tenant's: `not_found`. */
export async function getSource(member: Member, { id }: GetSource) {
  return member.database.transaction(async (tx) => {
    const found = await tx.source.findUnique({
      where: { id },
      omit: { contentHash: true, tenantId: true, lease: true, leasedUntil: true, attempts: true },
    });
    if (!found) throw new Failure("not_found");
    const { content, ...source } = found;
    const passages = await tx.passage.findMany({
      where: { sourceId: id },
      orderBy: source.kind === "site" ? [{ url: "asc" }, { position: "asc" }] : { position: "asc" },
      select: { id: true, title: true, url: true, headings: true, anchor: true, text: true, length: true },
      take: MOST_PASSAGES,
    });
    const counted = await tx.passage.count({ where: { sourceId: id } });
    return {
      ...source,
      kind: source.kind as SourceKind,
      status: source.status as SourceStatus,
      schedule: source.schedule as Schedule,
      answer: source.kind === "qa" ? content : null,
      passages,
      counted,
    };
  });
}
