/**
 * The gateway's address without a trailing slash, e.g. `https://host/api/v1`.
 * A bare host gets `/api/v1`; an address that ends in `/conversations` is taken at its word for what stands before it.
 * Null when it is no http(s) address.
 */
export function toApiAddress(said: string, base: string): string | null {
  try {
    const { protocol, origin, pathname } = new URL(said.trim(), base);
    if (!/^https?:/.test(protocol)) return null;
    const path = pathname.replace(/\/+$/, "");
    const exact = path.replace(/\/conversations$/, "");
    return origin + exact + (exact !== path || /\/api\/v1$/.test(path) ? "" : "/api/v1");
  } catch {
    return null;
  }
}
