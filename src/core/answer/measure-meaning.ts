import { toEmbeddingName } from "@/core/answerer/choose-model";
import type { ModelService } from "@/core/answerer/language-model";
import type { Member } from "@/core/member/member";
import { readProgress } from "@/store/embedding-rows";
import { addEmbeddingUse } from "@/store/embedding-use-rows";
import { findMeasured, saveMeaningLine, searchByMeaning } from "@/store/search-meaning";
import { readCorpus, samplePassages } from "@/store/topic-rows";
import { chooseForeign } from "./choose-foreign";
import { FOREIGN_QUESTIONS } from "./foreign-questions";
import { drawMeaningLine } from "./meaning-share";
import { toPseudoQuestion } from "./pseudo-question";

const PATIENCE_MS = 60_000;
const MOST_SAMPLED = 30;
const MOST_FOREIGN = 60;
/** Of the passages may come or go before it is measured again. */
const MAY_CHANGE = 0.2;

/**
 * Measures what the cosines of a model say in the tenant's passages, once they are embedded and when many came or went
 * since: how near questions about something else come, and how near its own headings and sentences. Throws what the
 * provider refuses.
 */
export async function measureMeaning(member: Member, service: ModelService): Promise<void> {
  const { database, product, tenantId } = member;
  const name = toEmbeddingName(service);
  const { embedded, canCompare } = await database.sql((sql) => readProgress(sql, name));
  const before = await database.sql((sql) => findMeasured(sql, name));
  if (embedded === 0 || !canCompare) return;
  if (before !== null && Math.abs(embedded - before) <= MAY_CHANGE * before) return;
  const sample = await database.sql((sql) => samplePassages(sql, MOST_SAMPLED));
  const own = sample.map(toPseudoQuestion);
  const { spoken = {} } = (await database.sql(readCorpus)) ?? {};
  // Who asks in another language than the passages' is what search by meaning is for.
  const foreign = [...new Set([...chooseForeign(spoken, sample), ...FOREIGN_QUESTIONS.english])].slice(0, MOST_FOREIGN);
  const { vectors, tokens } = await product.models.embed(
    service,
    [...foreign, ...own],
    AbortSignal.timeout(PATIENCE_MS),
  );
  const nearest: number[] = [];
  for (const vector of vectors)
    nearest.push((await database.sql((sql) => searchByMeaning(sql, name, vector, 1)))[0]?.similarity ?? 0);
  const line = drawMeaningLine(nearest.slice(0, foreign.length), nearest.slice(foreign.length));
  const now = new Date(product.now());
  await database.sql(async (sql) => {
    await saveMeaningLine(sql, tenantId, name, { line, passages: embedded, now });
    await addEmbeddingUse(sql, tenantId, { model: name, purpose: "measuring", tokens, now });
  });
}
