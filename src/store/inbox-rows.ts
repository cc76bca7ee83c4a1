// A tenant's conversations as its members look through them.
import type { Sql } from "./database";
import { SPANS, searchInbox } from "./inbox-search";

export interface InboxFilter {
  /** Words in what was said, in a user's id or e-mail address. */
  search?: string | undefined;
  origin?: string | undefined;
  userId?: string | undefined;
  status?: string | undefined;
  verified?: boolean | undefined;
  rating?: "positive" | "negative" | undefined;
  flagged?: boolean | undefined;
  /** The newest answer had no evidence. */
  unanswered?: boolean | undefined;
}

export interface InboxRow {
  id: string;
  origin: string;
  status: string;
  user_id: string | null;
  email: string | null;
  created_at: Date;
  last_message_at: Date;
  escalated_at: Date | null;
  rating: number | null;
  question: string | null;
  answered: boolean | null;
  flagged: boolean;
  opinion: string | null;
  messages: number;
}

const NEWEST_ANSWER = `(SELECT grounded FROM message WHERE conversation_id = c.id AND role = 'assistant' AND author IS NULL
   ORDER BY sequence DESC LIMIT 1)`;
const FLAGGED = "EXISTS (SELECT 1 FROM message WHERE conversation_id = c.id AND moderation IS NOT NULL)";
/** Closing ratings run from 1 to 10. As sets, so that a handful among many is not looked for in each of them. */
const rated = (rating: string, value: string) =>
  `c.id IN (SELECT id FROM conversation WHERE ${rating} UNION ALL SELECT conversation_id FROM feedback WHERE value = '${value}')`;
const RATED = { positive: rated("rating >= 7", "positive"), negative: rated("rating <= 4", "negative") };
const FLAGGED_ONES = "(SELECT conversation_id FROM message WHERE moderation IS NOT NULL)";

const FITTING = "FROM conversation c LEFT JOIN visitor v ON v.id = c.visitor_id";
const NEWEST_FIRST = "ORDER BY c.last_message_at DESC, c.id DESC LIMIT";

/** Conversations that fit, the one with the newest message first; `before` is the last id of the page before. */
export async function listInboxRows(
  sql: Sql,
  filter: InboxFilter,
  before: string | null,
  limit: number,
): Promise<InboxRow[]> {
  const values: unknown[] = [limit];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const where = [...conditions(filter, bind), ...(before === null ? [] : olderThan(bind(before)))];
  const searched = filter.search === undefined ? { ids: null } : await searchInbox(sql, filter.search, bind);
  if ("ids" in searched) {
    if (searched.ids) where.push(`c.id = ANY (${bind(searched.ids)}::text[])`);
    return readPage(sql, "", where, values);
  }
  let rows: InboxRow[] = [];
  for (const span of SPANS) {
    // A message is never older than its conversation.
    const recent = `recent AS MATERIALIZED (SELECT c.id, c.created_at ${FITTING} ${toWhere(where)} ${NEWEST_FIRST} ${span ?? "ALL"})`;
    const found = searched.since("(SELECT min(created_at) FROM recent)");
    const within = ["c.id IN (SELECT id FROM recent)", searched.where];
    rows = await readPage(sql, `${recent}, ${found},`, within, values);
    if (rows.length >= limit) break;
  }
  return rows;
}

const toWhere = (all: string[]) => (all.length === 0 ? "" : `WHERE ${all.join(" AND ")}`);

async function readPage(sql: Sql, before: string, where: string[], values: unknown[]): Promise<InboxRow[]> {
  const { rows } = await sql.query<InboxRow>(
    `WITH ${before} page AS MATERIALIZED (SELECT c.*, v.email ${FITTING} ${toWhere(where)} ${NEWEST_FIRST} $1)
     SELECT c.id, c.origin, c.status, c.user_id, c.email, c.created_at, c.last_message_at, c.escalated_at, c.rating,
            (SELECT content FROM message WHERE conversation_id = c.id AND role = 'user' ORDER BY sequence LIMIT 1) AS question,
            ${NEWEST_ANSWER} AS answered, ${FLAGGED} AS flagged,
            (SELECT value FROM feedback WHERE conversation_id = c.id ORDER BY created_at DESC LIMIT 1) AS opinion,
            (SELECT count(*)::int FROM message WHERE conversation_id = c.id) AS messages
       FROM page c ORDER BY c.last_message_at DESC, c.id DESC`,
    values,
  );
  return rows;
}

function conditions(filter: InboxFilter, bind: (value: unknown) => string): string[] {
  const { origin, userId, status, verified, rating, flagged, unanswered } = filter;
  const all: string[] = [];
  if (origin !== undefined) all.push(`c.origin = ${bind(origin)}`);
  if (userId !== undefined) all.push(`c.user_id = ${bind(userId)}`);
  if (status !== undefined) all.push(`c.status = ${bind(status)}`);
  if (verified !== undefined) all.push(`c.user_id IS ${verified ? "NOT NULL" : "NULL"}`);
  if (rating !== undefined) all.push(RATED[rating]);
  if (flagged !== undefined) all.push(flagged ? `c.id IN ${FLAGGED_ONES}` : `NOT ${FLAGGED}`);
  if (unanswered !== undefined) all.push(`coalesce(${NEWEST_ANSWER}, false) <> ${bind(unanswered)}::boolean`);
  return all;
}

// The first condition is what an index can be entered with.
function olderThan(id: string): string[] {
  const of = (columns: string) => `(SELECT ${columns} FROM conversation WHERE id = ${id})`;
  return [`c.last_message_at <= ${of("last_message_at")}`, `(c.last_message_at, c.id) < ${of("last_message_at, id")}`];
}

/** The origins that conversations began at, for choosing among them. */
export async function listInboxOrigins(sql: Sql): Promise<string[]> {
  // From one to the next by the index: DISTINCT would read every conversation.
  const { rows } = await sql.query<{ origin: string }>(
    `WITH RECURSIVE next AS (
       (SELECT origin FROM conversation ORDER BY origin LIMIT 1)
       UNION ALL SELECT (SELECT origin FROM conversation c WHERE c.origin > next.origin ORDER BY origin LIMIT 1) FROM next
         WHERE next.origin IS NOT NULL
     ) SELECT origin FROM next WHERE origin IS NOT NULL LIMIT 100`,
  );
  return rows.map(({ origin }) => origin);
}

/** Has changes of any conversation of the tenant announced for `minutes` from now. */
export async function markInboxWatched(sql: Sql, tenantId: string, minutes: number): Promise<void> {
  await sql.query(
    `INSERT INTO inbox_watch (tenant_id, watched_until) VALUES ($1, now() + make_interval(mins => $2::int))
     ON CONFLICT (tenant_id) DO UPDATE SET watched_until = greatest(inbox_watch.watched_until, excluded.watched_until)`,
    [tenantId, minutes],
  );
}
