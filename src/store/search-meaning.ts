// One tenant's passages by their meaning: vectors of one model, compared by pgvector.
import type { Sql } from "./database";
import type { PassageHit } from "./search-passages";

/** What cosines of a model say in a tenant's passages, as measured: see core/answer/meaning-share.ts. */
export interface MeaningLine {
  /** The middle of the questions about something else comes so near to some passage. */
  far: number;
  /** Hardly any of them comes nearer. */
  line: number;
  /** Most of the tenant's own headings and sentences come at least so near. */
  near: number;
}

export type MeaningHit = Omit<PassageHit, "score" | "share"> & {
  /** Cosine, 1 for the same direction. */
  similarity: number;
};

/** So many vectors are compared in full: of a tenant with fewer passages all. */
const COMPARED = 400;

/**
 * Whether any passage was embedded by this model and can be compared, and what its cosines say; null where there is
 * nothing to compare with.
 */
export async function findMeaning(sql: Sql, model: string): Promise<{ line: MeaningLine | null } | null> {
  const { rows } = await sql.query<{ far: number | null; line: number | null; near: number | null }>(
    `SELECT l.far, l.line, l.near FROM (SELECT 1) AS one LEFT JOIN meaning_line l ON l.model = $1
      WHERE to_regtype('vector') IS NOT NULL AND EXISTS (SELECT FROM passage_embedding e WHERE e.model = $1)`,
    [model],
  );
  const [row] = rows;
  if (!row) return null;
  const { far, line, near } = row;
  return { line: far === null || line === null || near === null ? null : { far, line, near } };
}

/**
 * The passages whose meaning comes nearest, best first. Those whose signs agree most are compared in full, which with up
 * to 400 passages are all of them.
 */
export async function searchByMeaning(sql: Sql, model: string, vector: number[], most: number): Promise<MeaningHit[]> {
  const { rows } = await sql.query<MeaningHit>(
    `WITH close AS (
       SELECT e.passage_id, e.embedding FROM passage_embedding e
        WHERE e.model = $2 AND e.dimensions = $3
        ORDER BY bit_count(e.signs # gatehouse_signs($1::real[])), e.passage_id LIMIT ${COMPARED}
     ), near AS (
       SELECT passage_id, 1 - (embedding::vector <=> $1::real[]::vector) AS similarity FROM close ORDER BY 2 DESC LIMIT $4
     )
     SELECT p.id AS "passageId", p.source_id AS "sourceId", p.title, p.headings, p.url, p.anchor, p.text, near.similarity,
            coalesce(s.hidden, false) AS hidden, (SELECT off_topic FROM topic_line) AS "offTopic"
       FROM near JOIN passage p ON p.id = near.passage_id LEFT JOIN source s ON s.id = p.source_id
      ORDER BY near.similarity DESC, p.id`,
    [vector, model, vector.length, most],
  );
  return rows;
}

/** How many passages the model had embedded when its cosines were measured; null where they were not. */
export async function findMeasured(sql: Sql, model: string): Promise<number | null> {
  const { rows } = await sql.query<{ passages: number }>("SELECT passages FROM meaning_line WHERE model = $1", [model]);
  return rows[0]?.passages ?? null;
}

/** Keeps what the model's cosines say, null for nothing, in place of what was measured before. */
export async function saveMeaningLine(
  sql: Sql,
  tenantId: string,
  model: string,
  measured: { line: MeaningLine | null; passages: number; now: Date },
): Promise<void> {
  const { line, passages, now } = measured;
  await sql.query(
    `INSERT INTO meaning_line (tenant_id, model, far, line, near, passages, measured_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (tenant_id) DO UPDATE SET model = excluded.model, far = excluded.far, line = excluded.line,
       near = excluded.near, passages = excluded.passages, measured_at = excluded.measured_at`,
    [tenantId, model, line?.far ?? null, line?.line ?? null, line?.near ?? null, passages, now],
  );
}
