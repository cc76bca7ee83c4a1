import type { Sql } from "./database";
import { detectLanguage } from "./detect-language";
import { foldDuplicates } from "./fold-duplicates";
import { LOOKED_AT, rankByNearness } from "./rank-by-nearness";

/** What is searched for; the turn before weighs in, so that "and how long?" finds what "it" was. */
export interface SearchFor {
  question: string;
  previous?: { question: string; answer: string } | null;
}

export interface PassageHit {
  passageId: string;
  sourceId: string;
  title: string;
  headings: string[];
  url: string | null;
  anchor: string | null;
  text: string;
  /** BM25. */
  score: number;
  /** Its source backs answers without being cited. */
  hidden: boolean;
  /** Score ÷ the best possible score of this question, 0 to 1: low for a question about something else. */
  share: number;
  /** The share below which a question is about something else, where that was measured for the tenant. */
  offTopic: number | null;
}

interface Row {
  passage_id: string;
  source_id: string;
  title: string;
  headings: string[];
  url: string | null;
  anchor: string | null;
  body: string;
  score: number;
  share: number;
  hidden: boolean;
  off_topic: number | null;
}

const MEASURE = /\bhow (?:long|soon|quickly|fast|far|often|old|big|large|heavy|tall|much|many)\b/gi;
/** Beyond what is wanted, to make up for duplicates. */
const SPARE = 8;

/** The tenant's passages for a question, best first, in one round trip; of passages that say the same, the first. */
export async function searchPassages(sql: Sql, wanted: SearchFor, most: number): Promise<PassageHit[]> {
  const { rows } = await sql.query<Row>(
    `SELECT p.id AS passage_id, p.source_id, p.title, p.headings, p.url, p.anchor, p.text AS body, found.score, found.share,
            coalesce(s.hidden, false) AS hidden, (SELECT off_topic FROM topic_line) AS off_topic
       FROM gatehouse_search_passages($1, $2, $3, $4, $5) AS found JOIN passage p ON p.id = found.passage_id
       LEFT JOIN source s ON s.id = p.source_id
      ORDER BY found.score DESC, p.id`,
    [
      withoutMeasure(wanted.question),
      wanted.previous?.question ?? "",
      wanted.previous?.answer ?? "",
      Math.max(most + SPARE, LOOKED_AT),
      toLanguage(wanted),
    ],
  );
  const hits = rows.map(({ passage_id, source_id, body, off_topic, ...row }) => ({
    ...row,
    offTopic: off_topic,
    passageId: passage_id,
    sourceId: source_id,
    text: body,
  }));
  return foldDuplicates(rankByNearness(wanted.question, hits)).slice(0, most);
}

// "Two weeks" answers "how long" without saying "long": a word nobody writes there says nothing about the topic.
function withoutMeasure(question: string): string {
  const rest = question.replace(MEASURE, " ");
  return /[\p{L}\p{N}]/u.test(rest) ? rest : question;
}

// A follow-up of two words is in the language of the turn before.
function toLanguage({ question, previous }: SearchFor): string {
  return detectLanguage(question) ?? detectLanguage(previous?.question ?? "") ?? "";
}
