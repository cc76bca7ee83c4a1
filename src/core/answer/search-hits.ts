import { type PassageHit, type SearchFor, searchPassages } from "@/store/search-passages";
import { findByMeaning, type Searcher } from "./find-by-meaning";
import { fuseHits } from "./fuse-hits";

const MOST_PASSAGES = 8;
/** How many of each order are fused. */
const MOST_OF_EACH = 24;

/** The passages for a question, best first: by words and, where the tenant has a model for it, by meaning as well. */
export async function searchHits(searcher: Searcher, wanted: SearchFor): Promise<PassageHit[]> {
  const find = (most: number) => searcher.database.sql((sql) => searchPassages(sql, wanted, most));
  if (searcher.settings.embeddingProvider === "none") return find(MOST_PASSAGES);
  const [byWords, byMeaning] = await Promise.all([find(MOST_OF_EACH), findByMeaning(searcher, wanted, MOST_OF_EACH)]);
  return byMeaning ? fuseHits(byWords, byMeaning, MOST_PASSAGES) : byWords.slice(0, MOST_PASSAGES);
}
