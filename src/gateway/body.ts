// The body of a request: at most 64 KiB, JSON, an object. Anything else is a clean refusal.
import { Failure, fieldFailure } from "@/failures";
import { findRepeatedKey, isTooDeep } from "./json-shape";

/** How large a body may be where a route says nothing else. */
export const MOST_BYTES = 64 * 1024;
const MOST_DEPTH = 32;
const BODY_SECONDS = 10;

/**
 * The text of a body. `too_large` past `most` bytes, as soon as that is known, without reading the rest;
 * `input_invalid` where it does not arrive whole within `BODY_SECONDS`, or is no UTF-8.
 */
export async function readBody(request: Request, length: string | undefined, most = MOST_BYTES): Promise<string> {
  const declared = length === undefined ? Number.NaN : Number(length);
  if (declared > most) throw tooLarge(most);
  // Node's parser ends a body at its declared length.
  const bytes = await inTime(declared >= 0 ? request.arrayBuffer() : readChunks(request, most));
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw fieldFailure("", "The body is not UTF-8.");
  }
}

async function inTime<T>(arriving: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(fieldFailure("", `The body took longer than ${BODY_SECONDS} s to arrive.`)),
      BODY_SECONDS * 1000,
    );
  });
  try {
    return await Promise.race([arriving, late]);
  } catch (error) {
    // Whoever sent it left, or sent it wrong: nothing of ours broke.
    throw error instanceof Failure ? error : fieldFailure("", "The body did not arrive whole.");
  } finally {
    clearTimeout(timer);
  }
}

async function readChunks(request: Request, most: number): Promise<ArrayBuffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    const chunk: Uint8Array = part.value;
    size += chunk.byteLength;
    if (size > most) {
      void reader?.cancel();
      throw tooLarge(most);
    }
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes.buffer;
}

function tooLarge(most: number): Failure {
  return new Failure("too_large", { detail: `Send at most ${most / 1024} KiB.` });
}

/** A body as a JSON object. `type_not_supported` for another content type, `input_invalid` for anything else. */
export function parseBody(text: string, contentType: string): Record<string, unknown> {
  if (!/^application\/json\s*(;|$)/i.test(contentType)) throw new Failure("type_not_supported");
  if (isTooDeep(text, MOST_DEPTH)) throw fieldFailure("", "The JSON is nested too deeply.");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw fieldFailure("", "This is not JSON.");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw fieldFailure("", "Send a JSON object.");
  const repeated = findRepeatedKey(text);
  if (repeated !== undefined) throw fieldFailure(repeated.slice(0, 100), "This key stands there twice.");
  return value as Record<string, unknown>;
}
