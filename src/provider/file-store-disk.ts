import { randomBytes } from "node:crypto";
import { mkdir, open, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import type { FileStore } from "@/core/file/file";

const KEY = /^\w+\/\w+\/\w+$/;

/** Files below `folder`, readable by this process's user only. A file is there whole or not at all. */
export function openDiskFiles(folder: string): FileStore {
  const toPath = (key: string) => {
    // Keys are ours; this holds whatever becomes of that.
    if (!KEY.test(key)) throw new Error("not a key of a file");
    return path.join(folder, key);
  };
  return {
    async put(key, bytes) {
      const place = toPath(key);
      await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
      const written = `${place}.${randomBytes(6).toString("hex")}`;
      try {
        await writeFile(written, bytes, { mode: 0o600, flag: "wx", flush: true });
        await rename(written, place);
      } catch (error) {
        await rm(written, { force: true });
        throw error;
      }
    },
    async get(key) {
      try {
        const file = await open(toPath(key), "r");
        return Readable.toWeb(file.createReadStream()) as ReadableStream<Uint8Array>;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
        throw error;
      }
    },
    remove: (key) => rm(toPath(key), { force: true }),
  };
}
