// Events on their way to webhooks: an outbox, written where they happen and emptied by the worker.
import type { Sql } from "./database";

export interface EventRow {
  id: string;
  event: string;
  conversationId: string | null;
  payload: string;
}

/** One delivery per event and webhook that asks for it, due at once. */
export async function addDeliveries(sql: Sql, tenantId: string, rows: EventRow[], now: Date): Promise<void> {
  await sql.query(
    `INSERT INTO webhook_delivery (id, tenant_id, webhook_id, conversation_id, event, payload, created_at, next_attempt_at)
     SELECT e.id || '_' || substr(w.id, 5), $1, w.id, e.conversation_id, e.event, e.payload, $6, $6
       FROM unnest($2::text[], $3::text[], $4::text[], $5::text[]) WITH ORDINALITY
              AS e(id, event, conversation_id, payload, position)
       JOIN webhook w ON w.tenant_id = $1 AND e.event = ANY(w.events)
      ORDER BY e.position`,
    [
      tenantId,
      rows.map(({ id }) => id),
      rows.map(({ event }) => event),
      rows.map(({ conversationId }) => conversationId),
      rows.map(({ payload }) => payload),
      now,
    ],
  );
}

/** Deliveries of all tenants that are due, a few of each so that none waits for another's dead address. As the directory. */
export async function listDueDeliveries(sql: Sql, now: Date, limit: number) {
  const { rows } = await sql.query<{ id: string; tenant_id: string }>(
    `SELECT id, tenant_id FROM (
       SELECT id, tenant_id, next_attempt_at,
              row_number() OVER (PARTITION BY tenant_id ORDER BY next_attempt_at, id) AS place
         FROM webhook_delivery WHERE status = 'waiting' AND next_attempt_at <= $1) AS due
      WHERE place <= $2 ORDER BY place, next_attempt_at LIMIT $2`,
    [now, limit],
  );
  return rows;
}

/** Whether such an event was noted since. */
export async function isNoted(sql: Sql, event: string, since: Date): Promise<boolean> {
  const text = "SELECT EXISTS (SELECT 1 FROM webhook_delivery WHERE event = $1 AND created_at > $2) AS noted";
  return (await sql.query<{ noted: boolean }>(text, [event, since])).rows[0]?.noted ?? false;
}

export interface TakenDelivery {
  attempts: number;
  payload: string;
  webhook_id: string;
  url: string;
  sealed: string;
  previous_sealed: string | null;
  previous_until: Date | null;
}

/** Takes a due delivery until `until`; whoever else wants it finds it gone. Null where it is, or its webhook is. */
export async function takeDelivery(sql: Sql, id: string, now: Date, until: Date): Promise<TakenDelivery | null> {
  const { rows } = await sql.query<TakenDelivery>(
    `UPDATE webhook_delivery d SET attempts = attempts + 1, next_attempt_at = $3 FROM webhook w
      WHERE d.id = $1 AND d.status = 'waiting' AND d.next_attempt_at <= $2 AND w.id = d.webhook_id
     RETURNING d.attempts, d.payload, d.webhook_id, w.url, w.sealed, w.previous_sealed, w.previous_until`,
    [id, now, until],
  );
  return rows[0] ?? null;
}

/** What became of an attempt. `nextAttemptAt` is null when there is none. */
export async function settleDelivery(
  sql: Sql,
  id: string,
  result: { status: string; error: string | null; nextAttemptAt: Date | null; deliveredAt: Date | null },
): Promise<void> {
  await sql.query(
    "UPDATE webhook_delivery SET status = $2, last_error = $3, next_attempt_at = $4, delivered_at = $5 WHERE id = $1",
    [id, result.status, result.error, result.nextAttemptAt, result.deliveredAt],
  );
}
