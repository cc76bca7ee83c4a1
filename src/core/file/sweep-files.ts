import type { Product } from "@/core/product";
import { forgetRemoval, listDueRemovals } from "@/store/file-rows";
import { toFileKey } from "./file";

/** Removes the bytes of files that were erased or whose upload broke off. Returns how many; trouble is tried again. */
export async function sweepFiles(product: Product): Promise<number> {
  const due = await product.database.directorySql((sql) => listDueRemovals(sql, new Date(product.now())));
  for (const place of due) {
    await product.files.remove(toFileKey(place));
    await product.database.tenant(place.tenantId).sql((sql) => forgetRemoval(sql, place.fileId));
  }
  return due.length;
}
