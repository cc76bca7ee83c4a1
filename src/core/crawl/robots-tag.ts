/** Who we are to sites. */
const AGENT = "gatehouse";
/** Directives with a value of their own: what stands before their colon is no crawler. */
const VALUED = /^(?:max-snippet|max-image-preview|max-video-preview|unavailable_after)$/;

export interface RobotsTag {
  noIndex: boolean;
  noFollow: boolean;
}

/** What an `X-Robots-Tag` says to us: directives to every crawler, and those after our name. Total; null says nothing. */
export function parseRobotsTag(header: string | null): RobotsTag {
  const said = { noIndex: false, noFollow: false };
  let toUs = true;
  for (const part of (header ?? "").toLowerCase().split(",")) {
    const [, name, rest = ""] = /^\s*([\w.-]+)\s*:(.*)$/.exec(part) ?? [];
    const named = name !== undefined && !VALUED.test(name);
    if (named) toUs = name === AGENT;
    const directive = (named ? rest : part).trim();
    if (!toUs) continue;
    said.noIndex ||= directive === "noindex" || directive === "none";
    said.noFollow ||= directive === "nofollow" || directive === "none";
  }
  return said;
}
