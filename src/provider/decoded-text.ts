// Bytes → text, whatever charset they claim to be in.

/** Total: a claim that the bytes contradict is not believed. A byte order mark is, before anything else. */
export function toText(body: Uint8Array, contentType = ""): string {
  const marked = markOf(body);
  if (marked) return new TextDecoder(marked).decode(body);
  const start = new TextDecoder("latin1").decode(body.subarray(0, 1024));
  const named = /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1];
  // WHATWG: a page's own word counts within its first 1024 bytes.
  const meta = /<meta[^>]+charset\s*=\s*["']?([\w.:-]+)/i.exec(start)?.[1];
  const strict = tryDecode("utf-8", body);
  // What is valid UTF-8 with letters beyond ASCII is hardly ever anything else, whatever was claimed.
  if (strict !== undefined && (isUsual(named) || isUsual(meta) || strict.length !== body.length)) return strict;
  for (const charset of [named, meta]) {
    if (!charset || isUsual(charset)) continue;
    const text = tryDecode(charset, body);
    if (text !== undefined) return text;
  }
  return strict ?? new TextDecoder("windows-1252").decode(body);
}

function markOf(body: Uint8Array): string | undefined {
  const [first, second, third] = body;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : undefined;
}

function isUsual(charset: string | undefined): boolean {
  return /^utf-?8$/i.test(charset ?? "");
}

function tryDecode(charset: string, body: Uint8Array): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(body);
  } catch {
    return undefined;
  }
}

/** Whether a text holds control characters that no text has. */
export function isBinary(text: string): boolean {
  return /[^\P{Cc}\n\t\r\f\v\u0080-\u009f]/u.test(text);
}
