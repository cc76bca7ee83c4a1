// What a file is, told by its bytes: neither its name nor its header is believed.
import { fileTypeFromBuffer } from "file-type";
import sharp, { type Metadata } from "sharp";
import type { CheckedFile, FileType } from "@/core/file/file";
import { Failure } from "@/failures";

/** Pixels of all frames together: 40 million are 160 MB while they are decoded. */
const MOST_PIXELS = 40_000_000;
const MOST_BYTES = 10 * 1024 * 1024;
const DECODING_SECONDS = 10;
const HEAD_BYTES = 4100;

const IMAGES: Record<string, FileType> = {
  "image/png": "image/png",
  "image/apng": "image/png",
  "image/jpeg": "image/jpeg",
  "image/gif": "image/gif",
  "image/webp": "image/webp",
};
/** A browser that opens such a file by its name runs what stands in it. */
const ACTIVE_NAME = /\.(?:svgz?|x?html?|xht|shtml|mht|mhtml|xml|xsl|js|mjs|htc|hta)\s*$/i;
const MARKUP = /^\s*<(?:!|\?|html|head|body|svg|script|iframe|math)/i;

sharp.cache(false);
sharp.concurrency(1);

/** The file under the name it came with. `type_not_supported` for what visitors may not send. */
export async function checkContent(givenName: string, bytes: Buffer): Promise<CheckedFile> {
  if (ACTIVE_NAME.test(givenName)) throw refused();
  const mime = await sniff(bytes);
  const image = mime === undefined ? undefined : IMAGES[mime];
  if (image) return { name: givenName, type: image, bytes: await remake(bytes, image) };
  if (mime === "application/pdf") return { name: givenName, type: mime, bytes };
  if (mime !== undefined || !isText(bytes)) throw refused();
  return { name: givenName, type: "text/plain", bytes };
}

async function sniff(bytes: Buffer): Promise<string | undefined> {
  // Only a PNG's chunks have to be walked through to know it; of all others the beginning tells.
  const isPng = bytes.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47]));
  const found = await fileTypeFromBuffer(isPng ? bytes : bytes.subarray(0, HEAD_BYTES)).catch(() => undefined);
  return found?.mime;
}

/** The picture made anew: upright, without metadata, without anything that stood behind it. */
async function remake(bytes: Buffer, type: FileType): Promise<Buffer> {
  try {
    const moving = type === "image/gif" || type === "image/webp";
    const image = sharp(bytes, { limitInputPixels: MOST_PIXELS, animated: moving, failOn: "error" });
    const upright = isStill(await image.metadata()) ? image.autoOrient() : image;
    const made = upright.timeout({ seconds: DECODING_SECONDS });
    const encoded = type === "image/png" ? made.png() : type === "image/jpeg" ? made.jpeg({ quality: 88 }) : made;
    const remade = await encoded.toBuffer();
    if (remade.byteLength > MOST_BYTES) throw new Failure("too_large", { detail: "The picture is too large." });
    return remade;
  } catch (error) {
    if (error instanceof Failure) throw error;
    if (/pixel limit|timeout/i.test(String(error)))
      throw new Failure("too_large", { detail: "The picture has too many pixels." });
    throw new Failure("type_not_supported", { detail: "The picture cannot be read." });
  }
}

function isStill({ pages }: Metadata): boolean {
  return (pages ?? 1) === 1;
}

function isText(bytes: Buffer): boolean {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return !/[^\P{Cc}\n\t\r\f]/u.test(text) && !MARKUP.test(text);
  } catch {
    return false;
  }
}

function refused(): Failure {
  return new Failure("type_not_supported", { detail: "Send a picture (PNG, JPEG, GIF, WebP), a PDF or a text." });
}
