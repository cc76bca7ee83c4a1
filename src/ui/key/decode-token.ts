export interface DecodedToken {
  header: unknown;
  claims: unknown;
}

/** A JWT's header and claims as they stand there, read in the browser; nothing is verified. Null for what is none. */
export function decodeToken(token: string): DecodedToken | null {
  const [header, claims, ...rest] = token.trim().split(".");
  if (!header || !claims || rest.length !== 1) return null;
  try {
    return { header: readPart(header), claims: readPart(claims) };
  } catch {
    return null;
  }
}

function readPart(part: string): unknown {
  const bytes = Uint8Array.from(atob(part.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
}
