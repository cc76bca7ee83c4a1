import type { Sql } from "@/store/database";
import { type SearchFor, searchPassages } from "@/store/search-passages";
import { extractAnswer, type FoundAnswer } from "./extract-answer";

export type { Citation, FoundAnswer } from "./extract-answer";

const MOST_PASSAGES = 8;

/**
 * Answers a question from the tenant's knowledge, in the caller's transaction and one round trip: with citations whose
 * quotes stand word for word in the sources, or with an honest "I don't know". Without `citations` the marks are left
 * out of the text as well; whether it is grounded is still told.
 */
export async function findAnswer(sql: Sql, wanted: SearchFor & { citations: boolean }): Promise<FoundAnswer> {
  const hits = await searchPassages(sql, wanted, MOST_PASSAGES);
  const found = extractAnswer(wanted.question, hits, wanted.previous?.question);
  if (wanted.citations) return found;
  const content = found.citations.reduce(
    (text, { marker }) => text.replace(`[${marker}]`, "").replace(/[ \n]+$/g, ""),
    found.content,
  );
  return { ...found, content, citations: [] };
}
