// Links and images lead to hosts of cited sources or of the tenant's list, and nowhere else: an address that a model was
// talked into would carry off what it was told, or send the visitor to somebody who is not the tenant.
import { addressPatterns, isOneOf, isSite, toHost } from "./addresses";

const { DOMAIN, BARE, MAIL } = addressPatterns;
const INLINE =
  /!?\[([^\]\n]{0,2000})\]\(\s*<?([^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)>?(?:\s+["'(][^\n]{0,200}?["')])?\s*\)/g;
const DEFINITION = /^[ \t]*\[[^\]\n]{1,200}\]:[ \t]*\S+.*$/gm;
const AUTOLINK = /<((?:https?|mailto|ftp|tel):[^<>\s]{1,2000})>/gi;
const TAG = /<\/?[a-z!?][^<>]{0,2000}>?/gi;
const SCHEME = /\b(?:javascript|data|vbscript|file|blob|tel|sms|intent):[^\s<>"`|]{1,2000}/gi;
const REMOVED = "(link removed)";

export interface Gate {
  /** Hosts in lower case, exact. */
  hosts: ReadonlySet<string>;
  /** Hears of every address that was taken out. */
  onStranger?: () => void;
}

/** The text with every address that may not be followed taken out of it; labels stay. */
export function keepAllowedLinks(text: string, gate: Gate): string {
  const { hosts, onStranger } = gate;
  const isAllowed = (address: string) => {
    if (isAllowedAddress(address, hosts)) return true;
    onStranger?.();
    return false;
  };
  const trimmed = (address: string) => address.replace(/[.,;:!?\])}'”’*_~]+$/u, "");
  const bare = (address: string) => {
    const core = trimmed(address);
    return isAllowed(core) ? address : REMOVED + address.slice(core.length);
  };
  let rest = text.replace(INLINE, (whole, label: string, address: string) =>
    isAllowed(address) ? whole : keepAllowedLinks(label, gate),
  );
  rest = rest
    .replace(DEFINITION, "")
    .replace(AUTOLINK, (_, address: string) => (isAllowed(address) ? address : REMOVED));
  rest = rest
    .replace(TAG, "")
    .replace(SCHEME, (address) => {
      onStranger?.();
      return REMOVED + address.slice(trimmed(address).length);
    })
    .replace(BARE, bare);
  rest = rest.replace(MAIL, (mail) => (isAllowed(`mailto:${mail.replace(/^mailto:/i, "")}`) ? mail : REMOVED));
  return rest.replace(DOMAIN, (name, ...found) => {
    const [at, whole] = found.slice(-2) as [number, string];
    const core = trimmed(name);
    const host = toHost(core.split(":")[0] ?? core);
    if (!host || isOneOf(host, hosts) || !isSite(core, whole.slice(0, at))) return name;
    onStranger?.();
    return REMOVED + name.slice(core.length);
  });
}

function isAllowedAddress(address: string, hosts: ReadonlySet<string>): boolean {
  const whole = /^www\./i.test(address)
    ? `https://${address}`
    : address.startsWith("//")
      ? `https:${address}`
      : address;
  if (!URL.canParse(whole)) return false;
  const url = new URL(whole);
  if (url.protocol === "mailto:") {
    const host = toHost(decodeURIComponent(url.pathname));
    return url.search === "" && host !== null && isOneOf(host, hosts, true);
  }
  if (!/^https?:$/.test(url.protocol) || url.username || url.password) return false;
  return isOneOf(url.hostname.toLowerCase(), hosts);
}

/** The hosts of addresses, for a gate. */
export function toHosts(addresses: readonly (string | null)[]): string[] {
  return addresses.flatMap((address) =>
    address && URL.canParse(address) ? [new URL(address).hostname.toLowerCase()] : [],
  );
}
