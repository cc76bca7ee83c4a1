import type { Sql } from "./database";

/** Which of these files are kept. */
export async function listKeptFiles(sql: Sql, files: readonly string[]): Promise<string[]> {
  const text = "SELECT file FROM widget_file WHERE file = ANY($1)";
  return (await sql.query<{ file: string }>(text, [files])).rows.map(({ file }) => file);
}

export async function findKeptFile(sql: Sql, file: string): Promise<Uint8Array | null> {
  const text = "SELECT contents FROM widget_file WHERE file = $1";
  return (await sql.query<{ contents: Buffer }>(text, [file])).rows[0]?.contents ?? null;
}

/** A file of that name stays as it is: the name says what is in it. */
export async function insertKeptFile(sql: Sql, file: string, contents: Uint8Array): Promise<void> {
  await sql.query("INSERT INTO widget_file (file, contents) VALUES ($1, $2) ON CONFLICT DO NOTHING", [file, contents]);
}
