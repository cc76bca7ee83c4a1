// Passages as vectors, compared by pgvector where the database has it.
import type { Sql } from "./database";

/** Whether this database can compare vectors. */
export async function hasVectors(sql: Sql): Promise<boolean> {
  const { rows } = await sql.query<{ present: boolean }>("SELECT to_regtype('vector') IS NOT NULL AS present");
  return rows[0]?.present ?? false;
}

/** Work that one worker has taken: its own as long as nobody else has taken it since. */
export interface Taken {
  tenantId: string;
  dueAt: string;
  takenUntil: Date;
}

/** Takes the tenant that waited longest for its turn, of all tenants, away from other workers until `until`. */
export async function takeDueTenant(directory: Sql, now: Date, until: Date): Promise<Taken | null> {
  const { rows } = await directory.query<Taken>(
    `UPDATE embedding_due SET taken_until = $2, served_at = $1 WHERE tenant_id = (
       SELECT tenant_id FROM embedding_due WHERE taken_until IS NULL OR taken_until < $1
        ORDER BY served_at NULLS FIRST, due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING tenant_id AS "tenantId", due_at::text AS "dueAt", taken_until AS "takenUntil"`,
    [now, until],
  );
  return rows[0] ?? null;
}

/**
 * Keeps what was taken until `until`, which `taken` then says, with word that the last batch succeeded; false where
 * another worker has it now.
 */
export async function renewTaken(sql: Sql, taken: Taken, until: Date): Promise<boolean> {
  const { rowCount } = await sql.query(
    "UPDATE embedding_due SET taken_until = $2, failure = NULL, failures = 0 WHERE taken_until = $1",
    [taken.takenUntil, until],
  );
  taken.takenUntil = until;
  return rowCount === 1;
}

/** Notes that all is embedded, unless something changed meanwhile; then others may take it. */
export async function settleDue(sql: Sql, taken: Taken): Promise<void> {
  const { dueAt, takenUntil } = taken;
  await sql.query("DELETE FROM embedding_due WHERE due_at = $1::timestamptz AND taken_until = $2", [dueAt, takenUntil]);
  await releaseDue(sql, taken);
}

/** Lets others take what is left. */
export async function releaseDue(sql: Sql, { takenUntil }: Taken): Promise<void> {
  await sql.query("UPDATE embedding_due SET taken_until = NULL WHERE taken_until = $1", [takenUntil]);
}

/** Notes why a try came to nothing; it is tried again after `pauseSeconds`, doubled for each failure, an hour at most. */
export async function noteFailure(sql: Sql, { takenUntil }: Taken, reason: string, pauseSeconds: number, now: Date) {
  await sql.query(
    `UPDATE embedding_due SET failure = $2, failures = failures + 1,
       taken_until = $3::timestamptz + least(3600, $4::int * 2 ^ least(failures, 10)) * interval '1 second'
      WHERE taken_until = $1`,
    [takenUntil, reason, now, pauseSeconds],
  );
}

export interface EmbeddingProgress {
  passages: number;
  embedded: number;
  /** Why the last try came to nothing; null where it did not. */
  failure: string | null;
  /** Whether this database compares vectors. */
  canCompare: boolean;
}

/** How far the passages are embedded by this model. */
export async function readProgress(sql: Sql, model: string): Promise<EmbeddingProgress> {
  const { rows } = await sql.query<EmbeddingProgress>(
    `SELECT (SELECT coalesce(sum(passages), 0)::int FROM corpus) AS passages,
            (SELECT count(*)::int FROM passage_embedding e WHERE e.model = $1) AS embedded,
            (SELECT failure FROM embedding_due) AS failure, to_regtype('vector') IS NOT NULL AS "canCompare"`,
    [model],
  );
  return rows[0] ?? { passages: 0, embedded: 0, failure: null, canCompare: false };
}

export interface Unembedded {
  id: string;
  title: string;
  headings: string[];
  text: string;
}

/** Passages that this model has not embedded yet, of those behind the id `after`. */
export async function listUnembedded(sql: Sql, model: string, most: number, after = ""): Promise<Unembedded[]> {
  const { rows } = await sql.query<Unembedded>(
    `SELECT p.id, p.title, p.headings, p.text FROM passage p
      WHERE p.id > $3 AND NOT EXISTS (SELECT 1 FROM passage_embedding e WHERE e.passage_id = p.id AND e.model = $1)
      ORDER BY p.id LIMIT $2`,
    [model, most, after],
  );
  return rows;
}

/** Keeps vectors of one model; those of passages that went meanwhile are dropped. */
export async function saveEmbeddings(
  sql: Sql,
  tenantId: string,
  model: string,
  vectors: { passageId: string; embedding: number[] }[],
): Promise<void> {
  await sql.query(
    `INSERT INTO passage_embedding (tenant_id, passage_id, model, dimensions, embedding, signs)
     SELECT $1, p.id, $2, cardinality(v.embedding), v.embedding, gatehouse_signs(v.embedding)
       FROM jsonb_to_recordset($3::jsonb) AS v ("passageId" text, embedding real[]) JOIN passage p ON p.id = v."passageId"
     ON CONFLICT (passage_id) DO UPDATE SET model = excluded.model, dimensions = excluded.dimensions,
       embedding = excluded.embedding, signs = excluded.signs, created_at = now()`,
    [tenantId, model, JSON.stringify(vectors)],
  );
}
