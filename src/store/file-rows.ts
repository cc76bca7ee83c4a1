// Files of visitors: rows here, bytes in the file store. A removal is written before the bytes and dropped with the row.
import type { Sql } from "./database";

interface Place {
  tenantId: string;
  conversationId: string;
  fileId: string;
}

export interface FileAllowance {
  on: boolean;
  /** Bytes of the tenant's files. */
  used: number;
  most: number;
}

/** What a tenant allows. `locked`: nobody adds a file of the tenant until the transaction ends, so that `used` stays true. */
export async function findAllowance(sql: Sql, tenantId: string, locked = false): Promise<FileAllowance> {
  const lock = locked ? "FOR NO KEY UPDATE" : "";
  const { rows } = await sql.query<{ files_on: boolean; files_most_bytes: string }>(
    `SELECT files_on, files_most_bytes FROM tenant WHERE id = $1 ${lock}`,
    [tenantId],
  );
  // After the lock is held: what others committed while this one waited counts.
  const sum = await sql.query<{ used: string }>(
    "SELECT coalesce(sum(size), 0) AS used FROM file WHERE tenant_id = $1",
    [tenantId],
  );
  const [row] = rows;
  return { on: row?.files_on ?? false, used: Number(sum.rows[0]?.used), most: Number(row?.files_most_bytes) };
}

/** Has the bytes removed at `dueAt`, unless the file is added before. */
export async function reserveFile(sql: Sql, { tenantId, conversationId, fileId }: Place, dueAt: Date): Promise<void> {
  await sql.query("INSERT INTO file_removal (id, tenant_id, conversation_id, due_at) VALUES ($1, $2, $3, $4)", [
    fileId,
    tenantId,
    conversationId,
    dueAt,
  ]);
}

export interface NewFile extends Place {
  name: string;
  type: string;
  size: number;
  now: Date;
}

export async function addFile(sql: Sql, file: NewFile): Promise<void> {
  const { fileId, tenantId, conversationId, name, type, size, now } = file;
  await sql.query("DELETE FROM file_removal WHERE id = $1", [fileId]);
  await sql.query(
    `INSERT INTO file (id, tenant_id, conversation_id, name, type, size, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [fileId, tenantId, conversationId, name, type, size, now],
  );
  // Says so to whoever watches the conversation.
  await sql.query("UPDATE conversation SET status = status WHERE id = $1", [conversationId]);
}

/** The files of a conversation in the order they came. */
export async function listFiles(sql: Sql, conversationId: string) {
  const text = "SELECT id, name, type, size FROM file WHERE conversation_id = $1 ORDER BY created_at, id";
  return (await sql.query<{ id: string; name: string; type: string; size: number }>(text, [conversationId])).rows;
}

export async function findFile(sql: Sql, id: string) {
  const text = "SELECT name, type, size FROM file WHERE id = $1";
  return (await sql.query<{ name: string; type: string; size: number }>(text, [id])).rows[0] ?? null;
}

/** Whose a file is; asked by the directory, before there is a tenant. */
export async function findPlaceOfFile(sql: Sql, id: string): Promise<Place | null> {
  const { rows } = await sql.query<{ tenant_id: string; conversation_id: string }>(
    "SELECT tenant_id, conversation_id FROM file WHERE id = $1",
    [id],
  );
  const [row] = rows;
  return row ? { tenantId: row.tenant_id, conversationId: row.conversation_id, fileId: id } : null;
}

const AT_ONCE = 200;

export async function listDueRemovals(sql: Sql, now: Date): Promise<Place[]> {
  const { rows } = await sql.query<{ id: string; tenant_id: string; conversation_id: string }>(
    `SELECT id, tenant_id, conversation_id FROM file_removal WHERE due_at <= $1 ORDER BY due_at LIMIT ${AT_ONCE}`,
    [now],
  );
  return rows.map((row) => ({ fileId: row.id, tenantId: row.tenant_id, conversationId: row.conversation_id }));
}

export async function forgetRemoval(sql: Sql, id: string): Promise<void> {
  await sql.query("DELETE FROM file_removal WHERE id = $1", [id]);
}
