// The body of a request: at most 64 KiB, JSON, an object. Anything else is a clean refusal.
import { Failure, fieldFailure } from "@/failures";

/** How large a body may be where a route says nothing else. */
export const MOST_BYTES = 64 * 1024;
const MOST_DEPTH = 32;

/** The text of a body. `too_large` past `most` bytes, as soon as that is known, without reading the rest. */
export async function readBody(request: Request, length: string | undefined, most = MOST_BYTES): Promise<string> {
  const declared = length === undefined ? Number.NaN : Number(length);
  const tooLarge = () => new Failure("too_large", { detail: `Send at most ${most / 1024} KiB.` });
  if (declared > most) throw tooLarge();
  // Node's parser ends a body at its declared length.
  if (declared >= 0) return request.text();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    const chunk: Uint8Array = part.value;
    size += chunk.byteLength;
    if (size > most) {
      void reader?.cancel();
      throw tooLarge();
    }
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return new TextDecoder().decode(bytes);
}

/** A body as a JSON object. `type_not_supported` for another content type, `input_invalid` for anything else. */
export function parseBody(text: string, contentType: string): Record<string, unknown> {
  if (!/^application\/json\s*(;|$)/i.test(contentType)) throw new Failure("type_not_supported");
  if (isTooDeep(text)) throw fieldFailure("", "The JSON is nested too deeply.");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw fieldFailure("", "This is not JSON.");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw fieldFailure("", "Send a JSON object.");
  return value as Record<string, unknown>;
}

function isTooDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (quoted && character === "\\") i += 1;
    else if (character === '"') quoted = !quoted;
    else if (!quoted && (character === "{" || character === "[")) depth += 1;
    else if (!quoted && (character === "}" || character === "]")) depth -= 1;
    if (depth > MOST_DEPTH) return true;
  }
  return false;
}
