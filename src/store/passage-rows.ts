// Passages and the statistics BM25 needs of them, changed together in one transaction.
import type { Transaction } from "./database";
import type { Language } from "./detect-language";

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

/**
 * Adds passages of one source, all in one language. Later writers to the same tenant's passages wait until this
 * transaction ends.
 */
export async function insertPassages(
  tx: Transaction,
  tenantId: string,
  sourceId: string,
  passages: PassageRow[],
  language: Language = "english",
) {
  if (passages.length === 0) return;
  await lockCorpus(tx, tenantId);
  await tx.$executeRaw`
    WITH added AS (
      INSERT INTO passage (id, tenant_id, source_id, position, title, headings, url, anchor, text, content_hash, language, terms, length)
      SELECT p.id, ${tenantId}, ${sourceId}, p.position, p.title, p.headings, p.url, p.anchor, p.text, p."contentHash",
        ${language}, v.terms, gatehouse_length(v.terms)
        FROM jsonb_to_recordset(${JSON.stringify(passages)}::jsonb) AS p (id text, position int, title text,
            headings text[], url text, anchor text, text text, "contentHash" text),
          LATERAL (SELECT gatehouse_terms(${language}, p.title, p.headings, p.text) AS terms OFFSET 0) v
      RETURNING terms, length
    ), counted AS (
      INSERT INTO term (tenant_id, lexeme, passages)
      SELECT ${tenantId}, lexeme, count(*) FROM added, unnest(tsvector_to_array(added.terms)) AS lexeme
        GROUP BY lexeme ORDER BY lexeme
      ON CONFLICT (tenant_id, lexeme) DO UPDATE SET passages = term.passages + excluded.passages
    )
    UPDATE corpus SET passages = corpus.passages + (SELECT count(*) FROM added),
      length = corpus.length + (SELECT coalesce(sum(added.length), 0) FROM added),
      spoken = gatehouse_add_counts(spoken, jsonb_build_object(${language}::text, (SELECT count(*) FROM added))),
      languages = ARRAY(SELECT jsonb_object_keys(spoken || jsonb_build_object(${language}::text, 1)))
      WHERE tenant_id = ${tenantId}`;
}

/** Removes these passages; ids of other tenants' passages are not seen. */
export async function deletePassages(tx: Transaction, tenantId: string, ids: string[]) {
  if (ids.length === 0) return;
  await lockCorpus(tx, tenantId);
  const emptied = await tx.$queryRaw<{ lexeme: string }[]>`
    WITH removed AS (
      DELETE FROM passage WHERE id = ANY (${ids}) RETURNING terms, length, language
    ), fewer AS (
      SELECT coalesce(jsonb_object_agg(language, -n), '{}') AS counts
        FROM (SELECT language, count(*) AS n FROM removed GROUP BY language) AS by_language
    ), counted AS (
      UPDATE corpus SET passages = corpus.passages - (SELECT count(*) FROM removed),
        length = corpus.length - (SELECT coalesce(sum(removed.length), 0) FROM removed),
        spoken = gatehouse_add_counts(spoken, (SELECT counts FROM fewer)),
        languages = ARRAY(SELECT jsonb_object_keys(gatehouse_add_counts(spoken, (SELECT counts FROM fewer))))
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

/**
 * Reads passages anew as written in this language, where they stand: their lexemes, lengths and the statistics change, the
 * rows and all else in them stay.
 */
export async function relexPassages(tx: Transaction, tenantId: string, ids: string[], language: Language) {
  if (ids.length === 0) return;
  await lockCorpus(tx, tenantId);
  const emptied = await tx.$queryRaw<{ lexeme: string }[]>`
    WITH before AS (
      SELECT id, language, terms, length FROM passage WHERE id = ANY (${ids}) AND language <> ${language} FOR UPDATE
    ), after AS (
      UPDATE passage SET terms = v.terms, length = gatehouse_length(v.terms), language = ${language}
        FROM before, LATERAL (
          SELECT gatehouse_terms(${language}, title, headings, text) AS terms FROM passage p WHERE p.id = before.id OFFSET 0) v
        WHERE passage.id = before.id
        RETURNING passage.terms, passage.length
    ), change AS (
      SELECT lexeme, sum(n)::int AS n FROM (
        SELECT unnest(tsvector_to_array(terms)) AS lexeme, 1 AS n FROM after
        UNION ALL SELECT unnest(tsvector_to_array(terms)), -1 FROM before) both_sides
        GROUP BY lexeme HAVING sum(n) <> 0
    ), counted AS (
      INSERT INTO term (tenant_id, lexeme, passages) SELECT ${tenantId}, lexeme, n FROM change ORDER BY lexeme
        ON CONFLICT (tenant_id, lexeme) DO UPDATE SET passages = term.passages + excluded.passages
        RETURNING lexeme, passages
    ), switched AS (
      SELECT coalesce(jsonb_object_agg(spoken, n), '{}') AS counts FROM (
        SELECT language AS spoken, -count(*) AS n FROM before GROUP BY language
        UNION ALL SELECT ${language}::text, count(*) FROM before HAVING count(*) > 0) AS both_ways
    ), summed AS (
      UPDATE corpus SET length = corpus.length + (SELECT coalesce(sum(length), 0) FROM after)
          - (SELECT coalesce(sum(length), 0) FROM before),
        spoken = gatehouse_add_counts(spoken, (SELECT counts FROM switched)),
        languages = ARRAY(SELECT jsonb_object_keys(gatehouse_add_counts(spoken, (SELECT counts FROM switched))))
        WHERE tenant_id = ${tenantId}
    )
    SELECT lexeme FROM counted WHERE passages <= 0`;
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
