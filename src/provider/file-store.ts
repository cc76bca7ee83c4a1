import type { FileStore } from "@/core/file/file";
import { openDiskFiles } from "./file-store-disk";
import { openS3Files, type S3Options } from "./file-store-s3";

/** Files in a bucket where one is configured, else in `folder`. */
export function openFiles(options: { folder: string; s3: S3Options | undefined }): FileStore {
  return options.s3 ? openS3Files(options.s3) : openDiskFiles(options.folder);
}
