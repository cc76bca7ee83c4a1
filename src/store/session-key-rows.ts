import type { Sql } from "./database";

export interface SessionKeyRow {
  kid: string;
  sealed: string;
  created_at: Date;
}

/** Keys that still verify, newest first. */
export async function listSessionKeys(sql: Sql): Promise<SessionKeyRow[]> {
  const text = "SELECT kid, sealed, created_at FROM session_key WHERE retired_at IS NULL ORDER BY created_at DESC, kid";
  return (await sql.query<SessionKeyRow>(text)).rows;
}

/** Makes everybody else who wants to add a key wait until this transaction ends. */
export async function lockSessionKeys(sql: Sql): Promise<void> {
  await sql.query("SELECT pg_advisory_xact_lock(hashtextextended('gatehouse:session_key', 0))");
}

export async function insertSessionKey(sql: Sql, row: SessionKeyRow): Promise<void> {
  const text = "INSERT INTO session_key (kid, sealed, created_at) VALUES ($1, $2, $3)";
  await sql.query(text, [row.kid, row.sealed, row.created_at]);
}

export async function retireSessionKeys(sql: Sql, createdBefore: Date, now: Date): Promise<void> {
  const text = "UPDATE session_key SET retired_at = $2 WHERE retired_at IS NULL AND created_at < $1";
  await sql.query(text, [createdBefore, now]);
}
