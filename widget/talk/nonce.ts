/** A UUID v4. `randomUUID` only exists in secure contexts; `getRandomValues` exists everywhere. */
export function createNonce(crypto: Pick<Crypto, "getRandomValues">): string {
  const hex = toHex(crypto.getRandomValues(new Uint8Array(15)));
  return hex.replace(/(.{8})(.{4})(.{3})(.{3})/, "$1-$2-4$3-a$4-");
}

/**
 * SHA-256 of the page's address without its fragment, in hex; the address itself never leaves the page.
 * Undefined where the browser has no `crypto.subtle` (pages without https).
 */
export async function hashPage(href: string, crypto: Crypto): Promise<string | undefined> {
  try {
    const address = new TextEncoder().encode(href.replace(/#.*$/s, ""));
    return toHex(new Uint8Array(await crypto.subtle.digest("SHA-256", address)));
  } catch {
    return undefined;
  }
}

function toHex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => (256 + byte).toString(16).slice(1)).join("");
}
