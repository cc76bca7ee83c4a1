// A site's icon as a data: address that a page of ours can show.
import { fileTypeFromBuffer } from "file-type";
import type { openGuardedFetch } from "./guarded-fetch";

const ICON = { timeoutMilliseconds: 3_000, maxBytes: 100_000 };
const PICTURES = new Set(["image/png", "image/jpeg", "image/gif", "image/webp", "image/x-icon", "image/avif"]);

/**
 * The first of these addresses that is a picture by its bytes, whatever its header says. An <img> runs no script, also
 * none of an SVG; null where there is none.
 */
export async function readIcon(
  get: ReturnType<typeof openGuardedFetch>,
  addresses: (string | null)[],
): Promise<string | null> {
  for (const address of addresses) {
    const found = address && (await get(address, ICON).catch(() => null));
    const type = found && (await typeOf(found.body));
    if (found && type) return `data:${type};base64,${Buffer.from(found.body).toString("base64")}`;
  }
  return null;
}

async function typeOf(body: Uint8Array): Promise<string | null> {
  const known = await fileTypeFromBuffer(body);
  if (known && PICTURES.has(known.mime)) return known.mime;
  if (known && known.mime !== "application/xml") return null;
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)?(?:<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/is.test(
    new TextDecoder().decode(body.subarray(0, 4000)),
  )
    ? "image/svg+xml"
    : null;
}
