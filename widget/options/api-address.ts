/**
 * The gateway's address without a trailing slash, e.g. `https://host/api/v1`.
 * A bare host gets `/api/v1`; an address that ends in `/conversations` is taken at its word for what stands before it.
 * Null when it is no http(s) address.
 */
export function toApiAddress(said: string, base: string): string | null {
  let url: URL;
  try {
    url = new URL(said.trim(), base);
  } catch {
    return null;
  }
  if (url.protocol !== "https:" && url.protocol !== "http:") return null;
  const path = url.pathname.replace(/\/+$/, "");
  const before = path.replace(/\/conversations$/, "");
  const exact = before !== path || /\/api\/v1$/.test(path);
  return url.origin + before + (exact ? "" : "/api/v1");
}
