import { z } from "zod";
import type { Member } from "@/core/member/member";
import { searchPassages } from "@/store/search-passages";
import { findAnswer } from "./find-answer";

export const TryQuestion = z.object({
  question: z.string().trim().min(1, "Ask something.").max(8000, "Use at most 8000 characters."),
});
export type TryQuestion = z.infer<typeof TryQuestion>;

const SHOWN = 5;

/** What a visitor would be answered, with the passages that were found and the time it took. Nothing is stored. */
export async function tryQuestion(member: Member, { question }: TryQuestion) {
  return member.database.sql(async (sql) => {
    const began = performance.now();
    const answer = await findAnswer(sql, { question, citations: true });
    const milliseconds = performance.now() - began;
    const hits = await searchPassages(sql, { question }, SHOWN);
    return {
      ...answer,
      milliseconds,
      passages: hits.map(({ passageId, title, headings, text, score, share }) => ({
        id: passageId,
        title,
        headings,
        text,
        score,
        share,
      })),
    };
  });
}
