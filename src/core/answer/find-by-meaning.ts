import { chooseEmbedding, toEmbeddingName } from "@/core/answerer/choose-model";
import type { ModelService } from "@/core/answerer/language-model";
import type { AnswererSettings } from "@/core/answerer/settings";
import type { Product } from "@/core/product";
import { Failure } from "@/failures";
import type { TenantDatabase } from "@/store/database";
import { addEmbeddingUse } from "@/store/embedding-use-rows";
import { findMeaning, type MeaningHit, type MeaningLine, searchByMeaning } from "@/store/search-meaning";
import type { SearchFor } from "@/store/search-passages";
import { maskSecrets } from "./mask-secrets";

const PATIENCE_MS = 3000;
/** Characters of a turn: what somebody asks is at its beginning. */
const MOST_CHARACTERS = 4000;
/** Of the turn before, as in the search by words. */
const OF_QUESTION_BEFORE = 0.25;
const OF_ANSWER_BEFORE = 0.1;

export interface Searcher {
  tenantId: string;
  database: TenantDatabase;
  product: Product;
  settings: AnswererSettings;
}

/**
 * The passages whose meaning comes nearest to the question, and what the cosines say; null where there is no model for
 * it, nothing that it has embedded, or trouble of any kind: the words alone find enough. Nobody is told the question
 * before there is something to compare it with.
 */
export async function findByMeaning(
  { tenantId, database, product, settings }: Searcher,
  wanted: SearchFor,
  most: number,
): Promise<{ hits: MeaningHit[]; line: MeaningLine | null } | null> {
  try {
    const service = chooseEmbedding({ tenantId, product }, settings);
    if (!service) return null;
    const name = toEmbeddingName(service);
    const meaning = await database.sql((sql) => findMeaning(sql, name));
    if (!meaning) return null;
    const { vector, tokens } = await embedTurns(product, service, wanted);
    const hits = await database.sql(async (sql) => {
      const found = await searchByMeaning(sql, name, vector, most);
      await addEmbeddingUse(sql, tenantId, { model: name, purpose: "questions", tokens, now: new Date(product.now()) });
      return found;
    });
    return { hits, line: meaning.line };
  } catch (error) {
    const reason = error instanceof Failure ? (error.reason ?? error.code) : String(error);
    product.log.warn({ tenantId, reason }, "nothing was found by meaning: the words alone count");
    return null;
  }
}

/** The question as a vector, with the turn before weighed in. Throws what the provider refuses. */
async function embedTurns(product: Product, service: ModelService, { question, previous }: SearchFor) {
  const turns = [
    { text: question, weight: 1 },
    { text: previous?.question ?? "", weight: OF_QUESTION_BEFORE },
    { text: previous?.answer ?? "", weight: OF_ANSWER_BEFORE },
  ].filter(({ text }) => text.trim() !== "");
  const texts = turns.map(({ text }) => maskSecrets(text).slice(0, MOST_CHARACTERS));
  const { vectors, tokens } = await product.models.embed(service, texts, AbortSignal.timeout(PATIENCE_MS));
  const vector = (vectors[0] ?? []).map((_, at) =>
    turns.reduce((sum, { weight }, turn) => sum + weight * (vectors[turn]?.[at] ?? 0), 0),
  );
  return { vector, tokens };
}
