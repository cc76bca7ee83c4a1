// Where a tenant's own topic ends, and what it is measured by.
import type { Sql } from "./database";

/** Tenants whose passages are not those their line was measured with; as the directory. */
export async function listTenantsToMeasure(directory: Sql, fewest: number, most: number): Promise<string[]> {
  const { rows } = await directory.query<{ tenant_id: string }>(
    `SELECT c.tenant_id FROM corpus c LEFT JOIN topic_line l ON l.tenant_id = c.tenant_id
      WHERE c.passages >= $1 AND (l.tenant_id IS NULL OR (l.passages, l.length) <> (c.passages, c.length))
      -- In no order that would put the same ones first each time: one that cannot be measured holds up no other.
      ORDER BY random() LIMIT $2`,
    [fewest, most],
  );
  return rows.map(({ tenant_id }) => tenant_id);
}

export interface Corpus {
  passages: number;
  /** Of all passages, in lexemes: decimal digits. */
  length: string;
  /** How many passages are in each language, by Postgres's names. */
  spoken: Record<string, number>;
}

/** The tenant's passages in numbers; null without any. */
export async function readCorpus(sql: Sql): Promise<Corpus | null> {
  const { rows } = await sql.query<Corpus>("SELECT passages, length::text AS length, spoken FROM corpus");
  return rows[0] ?? null;
}

/** Some of the tenant's passages, the same ones as long as they stay: ids are random. */
export async function samplePassages(sql: Sql, most: number) {
  const { rows } = await sql.query<{ title: string; headings: string[]; text: string; language: string }>(
    "SELECT title, headings, text, language FROM passage ORDER BY id LIMIT $1",
    [most],
  );
  return rows;
}

/** Keeps a tenant's line with the passages it was measured by. */
export async function saveTopicLine(
  sql: Sql,
  tenantId: string,
  offTopic: number,
  { passages, length }: Corpus,
  now: Date,
): Promise<void> {
  await sql.query(
    `INSERT INTO topic_line (tenant_id, off_topic, passages, length, measured_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (tenant_id) DO UPDATE SET off_topic = excluded.off_topic, passages = excluded.passages,
       length = excluded.length, measured_at = excluded.measured_at`,
    [tenantId, offTopic, passages, length, now],
  );
}
