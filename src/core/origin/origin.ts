// Origins (RFC 6454) and the patterns a tenant allows. Pure rules; the gateway and the console share them.
import { parse as parseHost } from "tldts";

export type ParsedOrigin =
  | { ok: true; origin: string; secure: boolean; loopback: boolean }
  | { ok: false; reason: string };

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * An `Origin` header → the normal form that is stored and compared: lower case, punycode, no default port, no
 * trailing dot. Refuses `null`, schemes other than http(s), and anything with userinfo, path, query or fragment.
 */
export function parseOrigin(header: string): ParsedOrigin {
  if (header === "null")
    return refuse("The page has no origin of its own (a sandboxed frame, a file or a data: address).");
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#\\@\s]+)$/i.exec(header);
  if (!match) return refuse("An origin is scheme://host[:port] and nothing more.");
  if (!/^https?$/i.test(match[1] ?? "")) return refuse("Only https (and http on localhost) can be an origin.");
  if (/:$|:0+$/.test(match[2] ?? "")) return refuse("The port is not valid.");
  if (!URL.canParse(header)) return refuse("This is not a valid origin.");
  const url = new URL(header);
  const host = withoutTrailingDot(url.hostname);
  if (host === "" || host.includes("*") || /\.\.|^\.|\.$/.test(host)) return refuse("The host is not valid.");
  const origin = `${url.protocol}//${host}${url.port ? `:${url.port}` : ""}`;
  return { ok: true, origin, secure: url.protocol === "https:", loopback: LOOPBACK.has(host) };
}

export type ParsedPattern = { ok: true; pattern: string } | { ok: false; reason: string };

const WILDCARD = /^https:\/\/\*\.(.+)$/i;

/**
 * What a member types → a pattern: an exact origin, or `https://*.example.com` for exactly one label. A pattern at
 * or above a public suffix (private section included) would let strangers in and is refused.
 */
export function parseOriginPattern(typed: string): ParsedPattern {
  const text = typed.trim().replace(/\/$/, "");
  if (text === "" || text === "*") return refuse("Name one website, such as https://www.example.com.");
  const wildcard = WILDCARD.exec(text);
  if (wildcard) {
    const base = parseOrigin(`https://${wildcard[1]}`);
    if (!base.ok) return base;
    const host = new URL(base.origin).hostname;
    const known = parseHost(host, { allowPrivateDomains: true, extractHostname: false });
    if (known.isIp || !host.includes("."))
      return refuse("A wildcard needs a domain name behind it, such as https://*.example.com.");
    if (known.domain === null || known.publicSuffix === host) {
      return refuse(`Anybody can have a name under ${host}: name your own domain, such as https://*.yours.${host}.`);
    }
    return { ok: true, pattern: base.origin.replace("https://", "https://*.") };
  }
  if (text.includes("*")) return refuse("A wildcard stands for the first label only: https://*.example.com.");
  if (!/[.:]/.test(text)) return refuse("Name one website, such as https://www.example.com.");
  const parsed = parseOrigin(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  if (!parsed.ok) return parsed;
  if (!parsed.secure && !parsed.loopback)
    return refuse("Use https: http is allowed on localhost, 127.0.0.1 and [::1] only.");
  const host = new URL(parsed.origin).hostname;
  const known = parseHost(host, { allowPrivateDomains: true, extractHostname: false });
  if (!known.isIp && known.publicSuffix === host && host.includes("."))
    return refuse(`${host} is not one website: anybody can have a name under it.`);
  return { ok: true, pattern: parsed.origin };
}

/** Whether a normalised origin is allowed by a pattern. A wildcard matches one label, never the apex. */
export function matchesOrigin(pattern: string, origin: string): boolean {
  if (!pattern.startsWith("https://*.")) return pattern === origin;
  const suffix = pattern.slice("https://*".length);
  if (!origin.startsWith("https://") || !origin.endsWith(suffix)) return false;
  const label = origin.slice("https://".length, -suffix.length);
  return label !== "" && !label.includes(".");
}

/** An entry of a tenant's list. */
export interface AllowedOrigin {
  pattern: string;
  /** Origins of one group count as one for the ownership of conversations. */
  group: string | null;
  /** Milliseconds; null for one that stays. */
  expiresAt: number | null;
}

/** The entry that lets a normalised origin in at `now`, the oldest if several do. */
export function findAllowed(list: readonly AllowedOrigin[], origin: string, now: number): AllowedOrigin | null {
  return list.find((one) => isLive(one, now) && matchesOrigin(one.pattern, origin)) ?? null;
}

/** Whether two origins are the same, or in one group by entries that hold at `now`. */
export function countsAsOne(list: readonly AllowedOrigin[], one: string, other: string, now: number): boolean {
  if (one === other) return true;
  const groupsOf = (origin: string) =>
    list.flatMap((entry) =>
      entry.group !== null && isLive(entry, now) && matchesOrigin(entry.pattern, origin) ? [entry.group] : [],
    );
  const groups = groupsOf(one);
  return groups.length > 0 && groupsOf(other).some((group) => groups.includes(group));
}

function isLive({ expiresAt }: AllowedOrigin, now: number): boolean {
  return expiresAt === null || expiresAt > now;
}

function withoutTrailingDot(host: string): string {
  return host.endsWith(".") ? host.slice(0, -1) : host;
}

function refuse(reason: string): { ok: false; reason: string } {
  return { ok: false, reason };
}
