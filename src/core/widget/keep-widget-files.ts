import type { Product } from "@/core/product";
import { insertKeptFile, listKeptFiles } from "@/store/widget-file-rows";

/**
 * Keeps what was built here where later releases find it: pages have pinned these files, and the next checkout builds
 * only its own. Returns how many were new.
 */
export async function keepWidgetFiles({ database, widgetFiles }: Product): Promise<number> {
  const built = await widgetFiles.list();
  return database.directorySql(async (sql) => {
    const kept = new Set(await listKeptFiles(sql, built));
    let count = 0;
    for (const file of built) {
      const contents = kept.has(file) ? null : await widgetFiles.read(file);
      if (!contents) continue;
      await insertKeptFile(sql, file, contents);
      count++;
    }
    return count;
  });
}
