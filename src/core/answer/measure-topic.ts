import type { Member } from "@/core/member/member";
import { searchPassages } from "@/store/search-passages";
import { readCorpus, samplePassages, saveTopicLine } from "@/store/topic-rows";
import { chooseForeign } from "./choose-foreign";
import { toPseudoQuestion } from "./pseudo-question";
import { drawTopicLine, OFF_TOPIC } from "./topic-lines";

const MOST_SAMPLED = 30;
/** Of the words of a passage's own heading or sentence a visitor uses about half. */
const OF_THEIR_WORDS = 0.5;

/**
 * Measures where the tenant's topic ends: how much of their best possible score questions about something else reach in its
 * passages, and how much its own headings and sentences do. Where there are no such questions in the languages of most of
 * them, the line stays where it is for everybody. Returns the line.
 */
export async function measureTopic(member: Member): Promise<number> {
  const { database, product, tenantId } = member;
  const corpus = await database.sql(readCorpus);
  if (!corpus) return OFF_TOPIC;
  const sample = await database.sql((sql) => samplePassages(sql, MOST_SAMPLED));
  const shareOf = async (question: string) =>
    (await database.sql((sql) => searchPassages(sql, { question }, 1)))[0]?.share ?? 0;
  const foreign: number[] = [];
  const own: number[] = [];
  for (const question of chooseForeign(corpus.spoken, sample)) foreign.push(await shareOf(question));
  if (foreign.length > 0)
    for (const passage of sample) own.push(OF_THEIR_WORDS * (await shareOf(toPseudoQuestion(passage))));
  const line = drawTopicLine(foreign, own);
  await database.sql((sql) => saveTopicLine(sql, tenantId, line, corpus, new Date(product.now())));
  return line;
}
