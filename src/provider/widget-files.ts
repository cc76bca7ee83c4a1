import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";
import type { PackedFile, WidgetFiles } from "@/core/product";

const packers = { br: promisify(brotliCompress), gzip: promisify(gzip) };

/** A release is about twenty files. */
const MOST_PACKED = 200;

interface Manifest {
  pinned: string;
  files: Record<string, { integrity: string }>;
  former?: Record<string, unknown>;
}

/** What the widget's build wrote into `folder`, read anew each time: it may be built again while this process runs. */
export function openWidgetFiles(folder: string): WidgetFiles {
  const packed = new Map<string, Promise<PackedFile>>();
  const read = (file: string) => readFile(path.join(folder, path.basename(file))).catch(() => null);

  async function manifest(): Promise<Manifest | null> {
    const text = await read("manifest.json");
    return text && (JSON.parse(text.toString()) as Manifest);
  }

  return {
    read,
    async pinned() {
      const { pinned = "", files = {} } = (await manifest()) ?? {};
      const integrity = files[pinned]?.integrity;
      return integrity ? { file: pinned, integrity } : null;
    },
    async list() {
      const { files, former } = (await manifest()) ?? {};
      return Object.keys({ ...former, ...files }).filter((file) => /^[0-9A-Za-z]{16}\.js$/.test(file));
    },
    pack(plain) {
      const tag = createHash("sha256").update(plain).digest("hex").slice(0, 32);
      const known = packed.get(tag) ?? pack(tag, plain);
      if (packed.size >= MOST_PACKED) packed.clear();
      packed.set(tag, known);
      return known;
    },
  };
}

async function pack(tag: string, plain: Uint8Array): Promise<PackedFile> {
  const [br, gzip] = await Promise.all([packers.br(plain), packers.gzip(plain)]);
  return { tag, plain, br, gzip };
}
