import type { Sql } from "./database";

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
  /** Score ÷ the best possible score of this question, 0 to 1: low for a question about something else. */
  share: number;
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
}

/** The tenant's passages for a question, best first, in one round trip. */
export async function searchPassages(sql: Sql, wanted: SearchFor, most: number): Promise<PassageHit[]> {
  const { rows } = await sql.query<Row>(
    `SELECT p.id AS passage_id, p.source_id, p.title, p.headings, p.url, p.anchor, p.text AS body, found.score, found.share
       FROM gatehouse_search_passages($1, $2, $3, $4) AS found JOIN passage p ON p.id = found.passage_id
      ORDER BY found.score DESC, p.id`,
    [wanted.question, wanted.previous?.question ?? "", wanted.previous?.answer ?? "", most],
  );
  return rows.map(({ passage_id, source_id, body, ...row }) => ({
    ...row,
    passageId: passage_id,
    sourceId: source_id,
    text: body,
  }));
}
