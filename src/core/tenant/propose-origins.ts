import { parse as parseHost } from "tldts";
import { parseOriginPattern } from "@/core/origin/origin";

/**
 * The origins a site's pages come from: the address's own, and for a domain its `www.` or the name without it. Those of
 * `moved`, where the address led, too while it is of the same domain. Only what may stand on a tenant's list.
 */
export function proposeOrigins(address: string, moved = address): string[] {
  const home = domainOf(address);
  const others = home !== null && domainOf(moved) === home ? [moved] : [];
  const proposed = [address, ...others].flatMap((one) => [new URL(one).origin, ...toSiblings(one)]);
  const patterns = proposed.map((origin) => parseOriginPattern(origin)).filter(({ ok }) => ok);
  return [...new Set(patterns.map((one) => (one.ok ? one.pattern : "")))];
}

function toSiblings(address: string): string[] {
  const { hostname, port } = new URL(address);
  const domain = domainOf(address);
  const tail = port ? `:${port}` : "";
  // A page over http may have a twin over https, which is the one that can be allowed.
  if (domain === null) return [];
  if (parseHost(hostname, { allowPrivateDomains: true }).isPrivate) return [`https://${hostname}${tail}`];
  if (hostname === domain) return [`https://${domain}${tail}`, `https://www.${domain}${tail}`];
  if (hostname === `www.${domain}`) return [`https://${hostname}${tail}`, `https://${domain}${tail}`];
  return [`https://${hostname}${tail}`];
}

/** What somebody registered, private suffixes included; null for addresses and names without one. */
function domainOf(address: string): string | null {
  const { hostname } = new URL(address);
  return parseHost(hostname, { allowPrivateDomains: true, extractHostname: false }).domain;
}
