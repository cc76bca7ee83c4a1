// Addresses in a text, however they are written, and whose they are.
import { parse } from "tldts";

/** Names under which files are called as often as sites. */
const FILE_LIKE = /\.(?:md|py|sh|rs|pl|zip|mov|ps|cc|java|ml|mk|so|in|to|is|it|be|me|as|at|do|no|so|am)$/;
const LEADS_TO =
  /(?:\b(?:at|on|to|via|visit|open|see|under|from|go to|unter|auf|über|besuchen sie|sur|chez|en|em|a|na|no|into)\s+[("'“„«]?|へ|は|を)$/iu;
const SPECIAL = /^(?:example|test|invalid|onion|internal|local|localhost|alt)$/;
const DOMAIN =
  /(?<![\p{Script=Latin}\p{N}_@./:%-])(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62})\.)+\p{Script=Latin}{2,24}(?::\d{1,5})?(?:[/?#][^\s<>"`|、。）」]*)?(?![\p{Script=Latin}\p{N}_@])/giu;
const BARE = /(?<![\w(<])(?:[a-z][a-z0-9+.-]{1,20}:\/\/|\/\/(?=[\w-]+\.)|www\.)[^\s<>"`|、。）」]{1,2000}/gi;
const MAIL = /(?:mailto:)?[\w.+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.)+\p{L}{2,24}/giu;
export const addressPatterns = { DOMAIN, BARE, MAIL };

/** The host of an address or bare name, in lower case; null for what is none. */
export function toHost(address: string): string | null {
  const bare = address.replace(/^mailto:/i, "");
  if (/^[^/\s]+@/.test(bare)) return bare.split("@")[1]?.split(/[/?#]/)[0]?.toLowerCase() ?? null;
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(bare) ? bare : `https://${bare.replace(/^\/\//, "")}`;
  return URL.canParse(whole) ? new URL(whole).hostname.toLowerCase() : null;
}

/** Whether a bare name is an address; `e.g.`, `Node.js`, `end.It` and `config.yaml` are none. `before` is the text before it. */
export function isSite(name: string, before: string): boolean {
  const host = name.split(/[/?#:]/)[0] ?? "";
  const labels = host.split(".");
  const end = labels.at(-1)?.toLowerCase() ?? "";
  // Where the space behind a full stop was forgotten.
  if (/^\p{Lu}\p{Ll}/u.test(labels.at(-1) ?? "") && !/^www\./i.test(host)) return false;
  if (!SPECIAL.test(end) && !parse(host.toLowerCase()).isIcann) return false;
  return !FILE_LIKE.test(host.toLowerCase()) || host.length < name.length || labels.length > 2 || LEADS_TO.test(before);
}

/** Whether `host` is one of `hosts`; for mail, which a site's other servers take in, one of the same site. */
export function isOneOf(host: string, hosts: ReadonlySet<string>, isMail = false): boolean {
  if (hosts.has(host) || hosts.has(host.replace(/^www\./, "")) || hosts.has(`www.${host}`)) return true;
  if (!isMail) return false;
  const site = toSite(host);
  return site !== null && [...hosts].some((one) => toSite(one) === site);
}

// Names of reserved endings, as in examples, have no entry in the list of public suffixes: their last two labels.
function toSite(host: string): string | null {
  const { domain } = parse(host, { allowPrivateDomains: true });
  return domain;
}

/** Whether a text names an address that leads elsewhere than to `hosts`, or to this machine. */
export function leadsElsewhere(text: string, hosts: ReadonlySet<string>): boolean {
  const isStrange = (address: string, isMail = false) => {
    const host = toHost(address);
    return host !== null && !/^(?:localhost|127\.0\.0\.1)$/.test(host) && !isOneOf(host, hosts, isMail);
  };
  const rest = text.replace(MAIL, " ");
  return (
    (text.match(MAIL) ?? []).some((mail) => isStrange(mail, true)) ||
    (rest.match(BARE) ?? []).some((address) => isStrange(address)) ||
    [...rest.replace(BARE, " ").matchAll(DOMAIN)].some(
      ({ 0: name, index }) => isSite(name, rest.slice(0, index)) && isStrange(name.split(":")[0] ?? name),
    )
  );
}
