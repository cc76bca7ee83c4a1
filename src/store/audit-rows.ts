import type { Sql } from "./database";

export interface AuditRow {
  sequence: string;
  at: Date;
  actor: string;
  /** E-mail address of the actor, null where it is no member any more, or none at all. */
  email: string | null;
  action: string;
  subject: string;
  detail: unknown;
  address: string;
  previous_hash: string;
  hash: string;
}

export interface AuditFilter {
  actor?: string | undefined;
  /** The beginning of an action, such as `origin.`. */
  action?: string | undefined;
  from?: Date | undefined;
  /** Not included. */
  to?: Date | undefined;
}

/** Newest first, past `before`; or oldest first past `after`. */
export async function listAuditRows(
  sql: Sql,
  filter: AuditFilter,
  page: { before: string | null; limit: number } | { after: string; limit: number },
): Promise<AuditRow[]> {
  const forward = "after" in page;
  const values: unknown[] = [page.limit];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const where: string[] = [];
  const past = forward ? page.after : page.before;
  // Only what is asked for: a condition that may be none keeps the planner from the indexes.
  if (past !== null) where.push(`sequence ${forward ? ">" : "<"} ${bind(past)}::bigint`);
  if (filter.actor !== undefined) where.push(`actor = ${bind(filter.actor)}`);
  if (filter.action !== undefined)
    where.push(`action = ANY (ARRAY(${distinct("action")} AND starts_with(value, ${bind(filter.action)})))`);
  if (filter.from !== undefined) where.push(`at >= ${bind(filter.from)}`);
  if (filter.to !== undefined) where.push(`at < ${bind(filter.to)}`);
  const { rows } = await sql.query<AuditRow>(
    `SELECT sequence::text, at, actor, u.email, action, subject, detail, address, previous_hash, hash
       FROM audit_entry LEFT JOIN "user" u ON u.id = actor ${where.length === 0 ? "" : `WHERE ${where.join(" AND ")}`}
      ORDER BY sequence ${forward ? "ASC" : "DESC"} LIMIT $1::int`,
    values,
  );
  return rows;
}

/** The values of a column, from one to the next by its index: DISTINCT would read every row. */
const distinct = (column: "actor" | "action") => `WITH RECURSIVE next AS (
    (SELECT ${column} AS value FROM audit_entry ORDER BY ${column} LIMIT 1)
    UNION ALL SELECT (SELECT ${column} FROM audit_entry WHERE ${column} > next.value ORDER BY ${column} LIMIT 1) FROM next
      WHERE next.value IS NOT NULL
  ) SELECT value FROM next WHERE value IS NOT NULL`;

/** Who and what there is to choose from. */
export async function listAuditFacets(sql: Sql) {
  const actors = await sql.query<{ actor: string; email: string | null }>(
    `SELECT value AS actor, u.email FROM (${distinct("actor")} LIMIT 200) AS actors LEFT JOIN "user" u ON u.id = value
      ORDER BY value`,
  );
  const actions = await sql.query<{ value: string }>(`${distinct("action")} LIMIT 200`);
  return { actors: actors.rows, actions: actions.rows.map(({ value }) => value) };
}
