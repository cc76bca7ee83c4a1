// The network address a request came from, as limits count it.
import ipaddr from "ipaddr.js";

type Address = ipaddr.IPv4 | ipaddr.IPv6;
type Range = [Address, number];

/** Answers that are kept: the same visitors come again, and reading an address costs as much as counting it. */
const MOST_KNOWN = 5000;
const LONGEST_KNOWN = 200;

/**
 * Reads addresses with `trusted` proxies (addresses or CIDR ranges): `x-forwarded-for` is believed from right to left
 * as long as the hop that wrote it is trusted, and not at all where the peer itself is not.
 * The result is an IPv4 address, an IPv6 /64, or `unknown`.
 */
export function openClientAddress(trusted: string[]) {
  const ranges = trusted.map(parseRange);
  const isTrusted = (address: Address) => ranges.some((range) => isWithin(address, range));
  const known = new Map<string, string>();
  const read = (peer: string | null | undefined, forwardedFor: string | null | undefined): string => {
    const hops = (forwardedFor ?? "").split(",").map((hop) => hop.trim());
    let address = parseAddress(peer ?? "");
    while (address && isTrusted(address)) {
      const before = parseAddress(hops.pop() ?? "");
      if (!before) break;
      address = before;
    }
    return address ? toSubject(address) : "unknown";
  };
  return (peer: string | null | undefined, forwardedFor: string | null | undefined): string => {
    const key = `${peer} ${forwardedFor}`;
    const present = known.get(key);
    if (present !== undefined) return present;
    if (known.size >= MOST_KNOWN) known.clear();
    const found = read(peer, forwardedFor);
    if (key.length <= LONGEST_KNOWN) known.set(key, found);
    return found;
  };
}

function parseAddress(text: string): Address | null {
  const bare = text.replace(/^\[(.*)\](:\d+)?$/, "$1").replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1");
  return ipaddr.isValid(bare) ? ipaddr.process(bare) : null;
}

function parseRange(text: string): Range {
  try {
    if (text.includes("/")) return ipaddr.parseCIDR(text);
    const address = ipaddr.process(text);
    return [address, address.kind() === "ipv4" ? 32 : 128];
  } catch {
    throw new Error(`GATEHOUSE_TRUSTED_PROXIES: "${text}" is not an address or a range`);
  }
}

function isWithin(address: Address, range: Range): boolean {
  return address.kind() === range[0].kind() && address.match(range);
}

function toSubject(address: Address): string {
  if (address instanceof ipaddr.IPv4) return address.toString();
  const prefix = new ipaddr.IPv6([...address.parts.slice(0, 4), 0, 0, 0, 0]);
  return `${prefix.toString()}/64`;
}
