// A tenant's figures by day (UTC) and origin. What can still be counted is counted where it lies; complete days are
// added up once, and so is what is about to be erased.
import type { Sql } from "./database";

export interface UsageRow {
  /** `2026-01-31`. */
  day: string;
  origin: string;
  conversations: number;
  questions: number;
  answered: number;
  unanswered: number;
  escalated: number;
  flagged: number;
  refused: number;
  first_answers: number;
  /** All first answers together, milliseconds. */
  first_answer_ms: number;
}

const COUNTED =
  "conversations, questions, answered, unanswered, escalated, flagged, first_answers, first_answer_ms" as const;
const names = COUNTED.split(", ");

const dayOf = (column: string) => `(${column} AT TIME ZONE 'UTC')::date`;
const begin = (day: string) => `(${day}::date::timestamp AT TIME ZONE 'UTC')`;
const ANSWER = "m.role = 'assistant' AND m.author IS NULL AND m.state = 'done'";

/**
 * Counts the days from `from` to before `to`, of the conversation `id` alone unless it is null: dates and text as SQL. A
 * question that was flagged gets a reply, not an answer.
 */
const count = (from: string, to: string, id: string) => `
  SELECT day, origin, ${names.map((name) => `sum(${name}) AS ${name}`).join(", ")} FROM (
    SELECT ${dayOf("created_at")} AS day, origin, 1 AS conversations, 0 AS questions, 0 AS answered, 0 AS unanswered,
           0 AS escalated, 0 AS flagged, 0 AS first_answers, 0 AS first_answer_ms
      FROM conversation
     WHERE created_at >= ${begin(from)} AND created_at < ${begin(to)} AND last_message_at >= ${begin(from)}
       AND (${id}::text IS NULL OR id = ${id})
    UNION ALL
    SELECT ${dayOf("escalated_at")}, origin, 0, 0, 0, 0, 1, 0, 0, 0 FROM conversation
     WHERE escalated_at >= ${begin(from)} AND escalated_at < ${begin(to)} AND (${id}::text IS NULL OR id = ${id})
    UNION ALL
    SELECT ${dayOf("m.created_at")}, c.origin, 0, (m.role = 'user')::int, (${ANSWER} AND m.grounded)::int,
           (${ANSWER} AND NOT m.grounded)::int - (m.moderation IS NOT NULL)::int, 0, (m.moderation IS NOT NULL)::int,
           first.yes::int, CASE WHEN first.yes THEN m.answer_ms ELSE 0 END
      FROM message m JOIN conversation c ON c.id = m.conversation_id
     CROSS JOIN LATERAL (SELECT coalesce(${ANSWER} AND m.answer_ms IS NOT NULL AND NOT EXISTS (
             SELECT 1 FROM message e WHERE e.conversation_id = m.conversation_id AND e.role = 'assistant'
                AND e.author IS NULL AND e.sequence < m.sequence), false) AS yes) first
     WHERE m.created_at >= ${begin(from)} AND m.created_at < ${begin(to)} AND (${id}::text IS NULL OR m.conversation_id = ${id})
  ) AS events GROUP BY day, origin`;

const ADD = `INSERT INTO usage_day AS present (tenant_id, day, origin, ${COUNTED})
  SELECT gatehouse_tenant_id(), counted.* FROM (${count("$1", "$2", "$3")}) AS counted
  ON CONFLICT (tenant_id, day, origin) DO UPDATE SET ${names.map((name) => `${name} = present.${name} + excluded.${name}`).join(", ")}`;

const FAR = "9999-01-01";
const EVER = "1970-01-01";

/** The first day that is not added up yet; whoever else adds up or erases waits until this transaction ends. */
async function lockMark(sql: Sql, tenantId: string): Promise<string> {
  await sql.query("INSERT INTO usage_mark (tenant_id, upto) VALUES ($1, $2::date) ON CONFLICT (tenant_id) DO NOTHING", [
    tenantId,
    EVER,
  ]);
  const text = "SELECT to_char(upto, 'YYYY-MM-DD') AS upto FROM usage_mark FOR UPDATE";
  return (await sql.query<{ upto: string }>(text)).rows[0]?.upto ?? EVER;
}

/** How many days are added up at once: a tenant whose years were never added up holds nobody up. */
const MOST_DAYS = 31;

/** Adds up days before `upto` that are not yet; several may do so at once. Returns whether there was anything: then go on. */
export async function rollUpDays(sql: Sql, tenantId: string, upto: string): Promise<boolean> {
  const from = await lockMark(sql, tenantId);
  if (from >= upto) return false;
  // Nothing is older than the first message.
  const span = `SELECT to_char(first, 'YYYY-MM-DD') AS first, to_char(least($2::date, first + ${MOST_DAYS}), 'YYYY-MM-DD') AS until
    FROM (SELECT greatest($1::date, least($2::date, (SELECT ${dayOf("min(created_at)")} FROM message))) AS first) AS begun`;
  const [days] = (await sql.query<{ first: string; until: string }>(span, [from, upto])).rows;
  if (!days) return false;
  await sql.query(ADD, [days.first, days.until, null]);
  await sql.query("UPDATE usage_mark SET upto = $1::date", [days.until]);
  return true;
}

/** Writes down what a conversation adds to days that are not added up yet: it is about to be erased. */
export async function keepCounts(sql: Sql, conversationId: string): Promise<void> {
  const of = "SELECT tenant_id FROM conversation WHERE id = $1";
  const [row] = (await sql.query<{ tenant_id: string }>(of, [conversationId])).rows;
  if (row) await sql.query(ADD, [await lockMark(sql, row.tenant_id), FAR, conversationId]);
}

const MARK = "(SELECT to_char(upto, 'YYYY-MM-DD') FROM usage_mark)";

/** The tenant's figures from `from` to before `to`, by day and origin, exact to the last request that was committed. */
export async function listUsageRows(sql: Sql, from: string, to: string): Promise<UsageRow[]> {
  for (;;) {
    // Asked for first: only with dates it knows can the planner tell how little there is to count.
    const mark = (await sql.query<{ mark: string | null }>(`SELECT ${MARK} AS mark`)).rows[0]?.mark ?? null;
    const live = mark !== null && mark > from ? mark : from;
    const { rows } = await sql.query<UsageRow & { mark: string | null }>(
      `SELECT to_char(day, 'YYYY-MM-DD') AS day, origin, sum(refused)::float8 AS refused,
              ${names.map((name) => `sum(${name})::float8 AS ${name}`).join(", ")}, ${MARK} AS mark FROM (
         SELECT day, origin, ${COUNTED}, refused FROM usage_day WHERE day >= $1::date AND day < $2::date
         UNION ALL SELECT counted.*, 0 FROM (${count("$3", "$2", "NULL")}) AS counted
       ) AS all_of_them GROUP BY 1, 2 ORDER BY 1, 2`,
      [from, to, live],
    );
    // Days that were added up since would count twice.
    if (rows.every((row) => row.mark === mark)) return rows.map(({ mark: _, ...row }) => row);
  }
}

/** Adds to what was refused on a day; origins are not told apart, because a stranger can make them up. */
export async function addRefused(sql: Sql, tenantId: string, day: string, count: number): Promise<void> {
  await sql.query(
    `INSERT INTO usage_day AS present (tenant_id, day, origin, refused) VALUES ($1, $2::date, '', $3::int)
     ON CONFLICT (tenant_id, day, origin) DO UPDATE SET refused = present.refused + excluded.refused`,
    [tenantId, day, count],
  );
}

/** Who asked most from `from` on: identified users only. Counted where it lies, so that nobody erased is named. */
export async function listUsersByQuestions(sql: Sql, from: Date, limit: number) {
  const { rows } = await sql.query<{ user_id: string; email: string | null; questions: number; conversations: number }>(
    `WITH most AS MATERIALIZED (
       SELECT c.user_id, max(c.visitor_id) AS visitor_id, sum(n.questions)::int AS questions, count(*)::int AS conversations
         FROM conversation c CROSS JOIN LATERAL (SELECT count(*) AS questions FROM message m
           WHERE m.conversation_id = c.id AND m.created_at >= $1 AND m.role = 'user') n
        WHERE c.user_id IS NOT NULL AND c.last_message_at >= $1 AND n.questions > 0
        GROUP BY c.user_id ORDER BY questions DESC, c.user_id LIMIT $2::int)
     SELECT most.user_id, v.email, questions, conversations FROM most LEFT JOIN visitor v ON v.id = visitor_id
      ORDER BY questions DESC, most.user_id`,
    [from, limit],
  );
  return rows;
}

/** Tenants with days before `upto` that are not added up; as the directory. */
export async function listTenantsToRollUp(sql: Sql, upto: string): Promise<string[]> {
  const { rows } = await sql.query<{ id: string }>(
    `SELECT t.id FROM tenant t LEFT JOIN usage_mark m ON m.tenant_id = t.id
      WHERE m.upto IS NULL OR m.upto < $1::date`,
    [upto],
  );
  return rows.map(({ id }) => id);
}
