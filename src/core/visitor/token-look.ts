// What a bearer token claims to be, before anything of it is believed.

export const SESSION_TYP = "gh-session+jwt";
const MOST_CHARACTERS = 8 * 1024;

export interface TokenLook {
  token: string;
  class: "session" | "identity";
  header: Record<string, unknown>;
  /** A hint for the lookup of keys; the signature decides. */
  tenantId: string | null;
}

/** Reads a token's header and the tenant it names. The reason, when it cannot be a token of ours or a tenant's. */
export function lookAtToken(token: string): TokenLook | { reason: string } {
  if (token.length > MOST_CHARACTERS) return { reason: `longer than ${MOST_CHARACTERS} characters` };
  const parts = token.split(".");
  if (parts.length !== 3 || !parts.every((part) => /^[\w-]+$/.test(part))) return { reason: "not a signed JWT" };
  const header = readPart(parts[0]);
  const claims = readPart(parts[1]);
  if (!header || !claims) return { reason: "header or claims are not a JSON object" };
  const named = typeof claims.tenantId === "string" ? claims.tenantId : null;
  return { token, class: header.typ === SESSION_TYP ? "session" : "identity", header, tenantId: named };
}

/** The claims as they stand in a token; nothing of them is proven. */
export function readPayload({ token }: TokenLook): Record<string, unknown> | null {
  return readPart(token.split(".")[1]);
}

function readPart(part: string | undefined): Record<string, unknown> | null {
  try {
    const bytes = Uint8Array.from(atob((part ?? "").replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
