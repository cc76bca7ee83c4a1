import type { Product } from "@/core/product";
import type { TenantDatabase } from "@/store/database";
import { listFiles } from "@/store/file-rows";
import { toFileLink } from "./file-link";

export interface LinkedFile {
  fileId: string;
  name: string;
  type: string;
  size: number;
  /** Works until `expiresAt`. */
  url: string;
  expiresAt: string;
}

/** What was sent into a conversation, each with a fresh link. Whoever asks has been admitted to the conversation. */
export async function linkFiles(
  product: Product,
  database: TenantDatabase,
  conversationId: string,
): Promise<LinkedFile[]> {
  const rows = await database.sql((sql) => listFiles(sql, conversationId));
  return linkRows(product, database.tenantId, conversationId, rows);
}

/** The same for rows that were read. */
export function linkRows(
  product: Product,
  tenantId: string,
  conversationId: string,
  rows: Awaited<ReturnType<typeof listFiles>>,
): Promise<LinkedFile[]> {
  return Promise.all(
    rows.map(async ({ id, ...file }) => ({
      fileId: id,
      ...file,
      ...(await toFileLink(product, { tenantId, conversationId, fileId: id })),
    })),
  );
}
