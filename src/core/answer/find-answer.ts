import type { Sql } from "@/store/database";
import { type PassageHit, type SearchFor, searchPassages } from "@/store/search-passages";
import { type Citation, type ExtractOptions, extractAnswer, type FoundAnswer } from "./extract-answer";
import { type RetrievedPassage, toRetrieved } from "./retrieved";

export type { Citation, FoundAnswer } from "./extract-answer";

type Wanted = SearchFor & { citations: boolean } & Pick<ExtractOptions, "linkHosts" | "offersPerson">;

/** How many passages an answer is chosen from. */
export const MOST_PASSAGES = 8;

/**
 * Answers a question from the tenant's knowledge, in the caller's transaction and one round trip: with citations whose
 * quotes stand word for word in the sources, or with an honest "I don't know". Without `citations` the marks are left
 * out of the text as well; whether it is grounded is still told.
 */
export async function findAnswer(sql: Sql, wanted: Wanted): Promise<FoundAnswer & { retrieved: RetrievedPassage[] }> {
  const hits = await searchPassages(sql, wanted, MOST_PASSAGES);
  return { ...quoteAnswer(wanted, hits), retrieved: toRetrieved(hits) };
}

/** The same from passages that were found already, best first. Pure. */
export function quoteAnswer(wanted: Wanted, hits: PassageHit[]): FoundAnswer {
  const { question, previous, linkHosts, offersPerson } = wanted;
  const options = { previousQuestion: previous?.question, linkHosts, offersPerson };
  const quote = (of: PassageHit[]) => extractAnswer(question, of, options);
  const found = withoutHidden(quote(hits), hits, quote);
  return wanted.citations ? found : withoutCitations(found);
}

/** An answer whose text shows no marks; whether it is grounded is still told. */
export function withoutCitations(found: FoundAnswer): FoundAnswer {
  return { ...found, content: withoutMarks(found.content, found.citations), citations: [] };
}

function withoutMarks(content: string, citations: Citation[]): string {
  return citations.reduce((text, { marker }) => text.replace(`[${marker}]`, "").replace(/[ \n]+$/g, ""), content);
}

/**
 * What hidden sources say backs an answer and is named nowhere: neither as a citation nor as the nearest article, for
 * which `again` makes an answer that is none anew.
 */
export function withoutHidden(
  found: FoundAnswer,
  hits: PassageHit[],
  again: (shown: PassageHit[]) => FoundAnswer,
): FoundAnswer {
  const hidden = new Set(hits.filter((hit) => hit.hidden).map(({ sourceId }) => sourceId));
  if (hidden.size === 0) return found;
  if (!found.grounded) return again(hits.filter(({ sourceId }) => !hidden.has(sourceId)));
  const isHidden = ({ sourceId }: Citation) => hidden.has(sourceId);
  const kept = found.citations.filter((citation) => !isHidden(citation));
  const bare = withoutMarks(found.content, found.citations.filter(isHidden));
  const content = kept.reduce((text, { marker }, i) => text.replace(`[${marker}]`, `[${i + 1}]`), bare);
  return { ...found, content, citations: kept.map((citation, i) => ({ ...citation, marker: i + 1 })) };
}
