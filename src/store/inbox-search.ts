// Conversations by words of what was said. The index on messages knows which hold them, not which of these are newest.
import type { Sql } from "./database";

/** What stands in so few messages is looked up by its conversations' ids. */
const FEW = 5000;
/** What stands in more is looked for in so many of the newest conversations that fit otherwise; then in more, then in all. */
export const SPANS = [500, 10_000, null];

/** How conversations `c` with their visitor `v` are searched. */
export type SearchedInbox = { ids: string[] } | { where: string; since: (of: string) => string };

/** Conversations that hold each of the words, by its beginning, in one message; or whose visitor's id or address has `search` in it. */
export async function searchInbox(sql: Sql, search: string, bind: (value: unknown) => string): Promise<SearchedInbox> {
  const like = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
  const { rows } = await sql.query<{ ids: string[] | null; few: boolean }>(
    `WITH found AS MATERIALIZED (
       SELECT gatehouse_search_messages($1, '-infinity', ${FEW}) AS id
       UNION ALL (SELECT c.id FROM visitor v JOIN conversation c ON c.visitor_id = v.id
         WHERE v.user_id IS NOT NULL AND (v.user_id ILIKE $2 OR v.email ILIKE $2) LIMIT ${FEW})
     ) SELECT array_agg(DISTINCT id) AS ids, count(*) < ${FEW} AS few FROM found`,
    [search, like],
  );
  if (rows[0]?.few) return { ids: rows[0].ids ?? [] };
  const [words, pattern] = [bind(search), bind(like)];
  return {
    where: `(v.user_id ILIKE ${pattern} OR v.email ILIKE ${pattern} OR c.id IN (SELECT id FROM found))`,
    since: (begun) => `found AS MATERIALIZED (SELECT gatehouse_search_messages(${words}, ${begun}, NULL) AS id)`,
  };
}
