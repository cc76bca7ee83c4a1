// Passages and the statistics BM25 needs of them, changed together in one transaction.
import type { Transaction } from "./database";

export interface PassageRow {
  id: string;
  position: number;
  title: string;
  headings: string[];
  url: string | null;
  anchor: string | null;
  text: string;
  contentHash: string;
}

/** Adds passages of one source. Later writers to the same tenant's passages wait until this transaction ends. */
export async function insertPassages(tx: Transaction, tenantId: string, sourceId: string, passages: PassageRow[]) {
  if (passages.length === 0) return;
  await lockCorpus(tx, tenantId);
  await tx.$executeRaw`
    WITH added AS (
      INSERT INTO passage (id, tenant_id, source_id, position, title, headings, url, anchor, text, content_hash, terms, length)
      SELECT p.id, ${tenantId}, ${sourceId}, p.position, p.title, p.headings, p.url, p.anchor, p.text, p."contentHash",
        v.terms, gatehouse_length(v.terms)
        FROM jsonb_to_recordset(${JSON.stringify(passages)}::jsonb) AS p (id text, position int, title text,
            headings text[], url text, anchor text, text text, "contentHash" text),
          LATERAL (SELECT gatehouse_terms(p.title, p.headings, p.text) AS terms OFFSET 0) v
      RETURNING terms, length
    ), counted AS (
      INSERT INTO term (tenant_id, lexeme, passages)
      SELECT ${tenantId}, lexeme, count(*) FROM added, unnest(tsvector_to_array(added.terms)) AS lexeme
        GROUP BY lexeme ORDER BY lexeme
      ON CONFLICT (tenant_id, lexeme) DO UPDATE SET passages = term.passages + excluded.passages
    )
    UPDATE corpus SET passages = corpus.passages + (SELECT count(*) FROM added),
      length = corpus.length + (SELECT coalesce(sum(added.length), 0) FROM added)
      WHERE tenant_id = ${tenantId}`;
}

/** Removes these passages; ids of other tenants' passages are not seen. */
export async function deletePassages(tx: Transaction, tenantId: string, ids: string[]) {
  if (ids.length === 0) return;
  await lockCorpus(tx, tenantId);
  const emptied = await tx.$queryRaw<{ lexeme: string }[]>`
    WITH removed AS (
      DELETE FROM passage WHERE id = ANY (${ids}) RETURNING terms, length
    ), counted AS (
      UPDATE corpus SET passages = corpus.passages - (SELECT count(*) FROM removed),
        length = corpus.length - (SELECT coalesce(sum(removed.length), 0) FROM removed)
        WHERE tenant_id = ${tenantId}
    ), lowered AS (
      UPDATE term SET passages = term.passages - gone.passages
        FROM (SELECT lexeme, count(*) AS passages FROM removed, unnest(tsvector_to_array(removed.terms)) AS lexeme
          GROUP BY lexeme) AS gone
        WHERE term.tenant_id = ${tenantId} AND term.lexeme = gone.lexeme
        RETURNING term.lexeme, term.passages
    )
    SELECT lexeme FROM lowered WHERE passages <= 0`;
  await tx.$executeRaw`DELETE FROM term WHERE tenant_id = ${tenantId} AND lexeme = ANY (${emptied.map((row) => row.lexeme)})`;
}

/** Says where passages stand now that others came or went before them. */
export async function movePassages(tx: Transaction, moved: { id: string; position: number }[]) {
  if (moved.length === 0) return;
  await tx.$executeRaw`
    UPDATE passage SET position = m.position
      FROM jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) AS m (id text, position int) WHERE passage.id = m.id`;
}

// One writer at a time per tenant: no two transactions can wait for each other's lexemes.
async function lockCorpus(tx: Transaction, tenantId: string) {
  await tx.$executeRaw`SELECT 1 FROM corpus WHERE tenant_id = ${tenantId} FOR UPDATE`;
}
