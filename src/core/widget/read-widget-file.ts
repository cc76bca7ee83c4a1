import type { PackedFile, Product } from "@/core/product";
import { findKeptFile } from "@/store/widget-file-rows";

/** What is served beside the scripts, under names whose content moves on. */
const MOVING = ["v1.js", "manifest.json", "gatehouse.d.ts"];

export interface ServedFile extends PackedFile {
  /** Whether the name says what is in it, for ever. */
  isFixed: boolean;
}

/** A file of the widget, of this release or of an earlier one that was served here; null where there never was one. */
export async function readWidgetFile({ database, widgetFiles }: Product, file: string): Promise<ServedFile | null> {
  const isFixed = /^[0-9A-Za-z]{16}\.js$/.test(file);
  if (!isFixed && !MOVING.includes(file)) return null;
  const built = await widgetFiles.read(file);
  const contents = built ?? (isFixed ? await database.directorySql((sql) => findKeptFile(sql, file)) : null);
  return contents && { ...(await widgetFiles.pack(contents)), isFixed };
}
