import { Failure } from "@/failures";
import { findFile } from "@/store/file-rows";
import { type FileType, toFileKey } from "./file";
import type { FileLink } from "./file-link";

export interface ServedFile {
  name: string;
  type: FileType;
  size: number;
  bytes: ReadableStream<Uint8Array>;
}

/** The file a link names. `not_found` where it was erased meanwhile. */
export async function readFile(link: FileLink): Promise<ServedFile> {
  const { product, tenantId, fileId } = link;
  const row = await product.database.tenant(tenantId).sql((sql) => findFile(sql, fileId));
  const bytes = row && (await product.files.get(toFileKey(link)));
  if (!row || !bytes) throw new Failure("not_found");
  return { name: row.name, type: row.type as FileType, size: row.size, bytes };
}
