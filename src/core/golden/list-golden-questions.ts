import type { Member } from "@/core/member/member";
import type { AddGoldenQuestion } from "./add-golden-question";

/** The test set, oldest first, each with its last outcome and the title of the source it wants; null where that is gone. */
export async function listGoldenQuestions(member: Member) {
  return member.database.transaction(async (tx) => {
    const rows = await tx.goldenQuestion.findMany({
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      omit: { tenantId: true },
    });
    const wanted = rows.flatMap(({ sourceId }) => sourceId ?? []);
    const sources = await tx.source.findMany({ where: { id: { in: wanted } }, select: { id: true, title: true } });
    const titles = new Map(sources.map(({ id, title }) => [id, title]));
    return rows.map((row) => ({
      ...row,
      expects: row.expects as AddGoldenQuestion["expects"],
      sourceTitle: row.sourceId === null ? null : (titles.get(row.sourceId) ?? null),
    }));
  });
}
