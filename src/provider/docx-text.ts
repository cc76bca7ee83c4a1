// A Word document's text. Its archive is checked before it is opened: what it says and what it really unpacks to.
import { inflateRawSync } from "node:zlib";
import mammoth from "mammoth";
import type { ReadDocument } from "@/core/source/document-reader";
import { FetchRefused } from "./fetch-refused";
import { readHtml } from "./page-text";

const MOST_UNPACKED = 60_000_000;
const MOST_ENTRIES = 2000;

/** Throws FetchRefused. */
export async function readDocx(bytes: Uint8Array): Promise<ReadDocument> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  requireSmall(buffer);
  const convertImage = mammoth.images.imgElement(async () => ({ src: "" }));
  const { value } = await mammoth.convertToHtml({ buffer }, { convertImage }).catch(() => {
    throw new FetchRefused("The Word document is broken.");
  });
  const read = readHtml(`<html><body>${value}</body></html>`);
  return { ...read, links: [] };
}

/** Walks a zip archive's directory and unpacks every entry, with a limit on all of them together. */
export function requireSmall(zip: Buffer): void {
  const bomb = () => new FetchRefused("The file unpacks to more than 60 MB.");
  const broken = () => new FetchRefused("The file is broken.");
  const end = zip.lastIndexOf(Buffer.from("PK\x05\x06"));
  if (end < 0 || end + 22 > zip.length) throw broken();
  const entries = zip.readUInt16LE(end + 10);
  if (entries > MOST_ENTRIES) throw bomb();
  let at = zip.readUInt32LE(end + 16);
  let room = MOST_UNPACKED;
  let declared = 0;
  for (let i = 0; i < entries; i++) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== 0x02014b50) throw broken();
    const [method, packed, unpacked] = [
      zip.readUInt16LE(at + 10),
      zip.readUInt32LE(at + 20),
      zip.readUInt32LE(at + 24),
    ];
    declared += unpacked;
    if (declared > MOST_UNPACKED) throw bomb();
    const local = zip.readUInt32LE(at + 42);
    if (local + 30 > zip.length || zip.readUInt32LE(local) !== 0x04034b50) throw broken();
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    room -= method === 8 ? inflatedSize(zip.subarray(start, start + packed), room, bomb, broken) : packed;
    if (room < 0) throw bomb();
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
}

function inflatedSize(packed: Buffer, room: number, bomb: () => Error, broken: () => Error): number {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, room) }).byteLength;
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE" ? bomb() : broken();
  }
}
