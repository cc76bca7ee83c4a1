// The pages of a site that is being read.
import type { Sql, Transaction } from "./database";

export interface QueuedPage {
  url: string;
  depth: number;
  /** Why it will not be asked for, or null. */
  reason: string | null;
}

interface Round {
  tenantId: string;
  sourceId: string;
  round: number;
  /** Of pages that are asked for. */
  most: number;
}

/** Pages that are never asked for are noted as well, up to this many. */
const MOST_NOTED = 500;

/** Has a round read these pages as well, as far as it does not yet; returns how many there was no room for. */
export async function queuePages(tx: Transaction, { tenantId, sourceId, round, most }: Round, pages: QueuedPage[]) {
  if (pages.length === 0) return 0;
  const rows = await tx.$queryRaw<{ wanted: bigint; queued: bigint }[]>`
    WITH given AS (
      SELECT url, depth, reason, row_number() OVER () AS place
        FROM jsonb_to_recordset(${JSON.stringify(pages)}::jsonb) AS p (url text, depth int, reason text)
    ), fresh AS (
      SELECT DISTINCT ON (g.url) g.* FROM given g
        LEFT JOIN crawl_page c ON c.tenant_id = ${tenantId} AND c.source_id = ${sourceId} AND c.url = g.url
       WHERE c.url IS NULL OR c.round < ${round} ORDER BY g.url, g.place
    ), present AS (
      SELECT count(*) FILTER (WHERE fetched_at IS NOT NULL OR state <> 'skipped') AS asked,
             count(*) FILTER (WHERE fetched_at IS NULL AND state = 'skipped') AS noted
        FROM crawl_page WHERE tenant_id = ${tenantId} AND source_id = ${sourceId} AND round = ${round}
    ), chosen AS (
      (SELECT * FROM fresh WHERE reason IS NULL ORDER BY place LIMIT greatest(0, ${most} - (SELECT asked FROM present)))
      UNION ALL
      (SELECT * FROM fresh WHERE reason IS NOT NULL ORDER BY place
        LIMIT greatest(0, ${MOST_NOTED} - (SELECT noted FROM present)))
    ), queued AS (
      INSERT INTO crawl_page (tenant_id, source_id, url, round, depth, state, reason)
      SELECT ${tenantId}, ${sourceId}, url, ${round}, depth, CASE WHEN reason IS NULL THEN 'waiting' ELSE 'skipped' END, reason
        FROM chosen
      ON CONFLICT (tenant_id, source_id, url) DO UPDATE SET round = excluded.round, depth = excluded.depth,
        state = excluded.state, reason = excluded.reason, attempts = 0, due_at = NULL, body = NULL,
        fetched_at = CASE WHEN excluded.reason IS NULL THEN crawl_page.fetched_at END
      RETURNING reason
    )
    SELECT (SELECT count(*) FROM fresh WHERE reason IS NULL) AS wanted,
           (SELECT count(*) FROM queued WHERE reason IS NULL) AS queued`;
  return Number((rows[0]?.wanted ?? 0n) - (rows[0]?.queued ?? 0n));
}

/** Sites of all tenants that nobody reads and somebody should, tenants in turn; of one those first that wait longest. */
export async function listDueSiteRows(sql: Sql, now: Date, most: number) {
  const { rows } = await sql.query<{ id: string; tenant_id: string }>(
    `SELECT id, tenant_id FROM (
       SELECT id, tenant_id, leased_until,
              row_number() OVER (PARTITION BY tenant_id ORDER BY leased_until NULLS FIRST, id) AS place
         FROM source WHERE kind = 'site' AND status IN ('waiting', 'reading') AND (leased_until IS NULL OR leased_until <= $1)
     ) AS due ORDER BY place, leased_until NULLS FIRST, id LIMIT $2`,
    [now, most],
  );
  return rows;
}
