import { type AllowedOrigin, matchesOrigin, parseOrigin } from "./origin";

export interface OriginVerdict {
  allowed: boolean;
  /** What a browser would send; null where a page of it has no usable origin. */
  origin: string | null;
  /** The rule that lets it in, or that did until it expired. */
  pattern: string | null;
  group: string | null;
  /** Why, in one or two sentences. */
  why: string;
  /** What could be added to the list to let it in; null where nothing can. */
  addable: string | null;
}

interface Door {
  origins: AllowedOrigin[];
  developmentOrigins: boolean;
}

/**
 * What the gate would say to a page at an address (a whole one will do), and why: the same rules in the same order as
 * at admission. Pure; `now` in milliseconds.
 */
export function judgeOrigin({ origins, developmentOrigins }: Door, typed: string, now: number): OriginVerdict {
  const refuse = (why: string, more: Partial<OriginVerdict> = {}): OriginVerdict => ({
    ...{ allowed: false, origin: null, pattern: null, group: null, addable: null },
    ...more,
    why,
  });
  const parsed = parseOrigin(toOriginText(typed));
  if (!parsed.ok) return refuse(parsed.reason);
  const { origin, secure, loopback } = parsed;
  if (!secure && !loopback)
    return refuse("The page is not served over https. http is let in on localhost, 127.0.0.1 and [::1] only.", {
      origin,
    });
  if (!secure && !developmentOrigins)
    return refuse("Development origins are switched off, so http is refused everywhere.", { origin });
  const matching = origins.filter(({ pattern }) => matchesOrigin(pattern, origin));
  const live = matching.find(({ expiresAt }) => expiresAt === null || expiresAt > now);
  if (live) {
    const { pattern, group } = live;
    const by = pattern === origin ? "It is on the list." : `The * of ${pattern} stands for its first name.`;
    return { allowed: true, origin, pattern, group, why: by, addable: null };
  }
  const [expired] = matching;
  if (expired)
    return refuse(`${expired.pattern} expired: it is refused like any other.`, { origin, pattern: expired.pattern });
  return refuse(nearMiss(origins, origin), { origin, addable: origin });
}

/** A page's address is taken for the origin it has. */
function toOriginText(typed: string): string {
  const text = typed.trim();
  const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) || text === "null" ? text : `https://${text}`;
  const match = /^(https?:\/\/[^/?#\\]+)[/?#]/i.exec(full);
  return match?.[1] ?? full;
}

/** What on the list looks most like it, and wherein it differs. */
function nearMiss(origins: AllowedOrigin[], origin: string): string {
  if (origins.length === 0) return "The list is empty, and an empty list lets nobody in.";
  const { hostname, port, protocol } = new URL(origin);
  for (const { pattern } of origins) {
    const wildcard = pattern.startsWith("https://*.");
    const rule = new URL(pattern.replace("*.", ""));
    if (wildcard && hostname === rule.hostname)
      return `${pattern} stands for one name below ${rule.hostname}, never for ${rule.hostname} itself.`;
    if (wildcard && hostname.endsWith(`.${rule.hostname}`) && !matchesOrigin(pattern, origin)) {
      const label = hostname.slice(0, -rule.hostname.length - 1);
      if (label.includes(".")) return `The * of ${pattern} stands for one name; “${label}” is more than one.`;
    }
    if (!wildcard && hostname === rule.hostname && protocol !== rule.protocol)
      return `${pattern} is on the list; this one has another scheme.`;
    if (hostname === rule.hostname && port !== rule.port)
      return `${pattern} is on the list; this one has ${port ? `port ${port}` : "the standard port"}.`;
    if (!wildcard && (hostname === `www.${rule.hostname}` || rule.hostname === `www.${hostname}`))
      return `${pattern} is on the list; with and without www. are two origins.`;
  }
  return "It is not on the list.";
}
