// Which addresses belong to a site, and which of them are one and the same. Pure.

const TRACKING = /^(?:utm_\w+|gclid|fbclid|msclkid|mc_cid|mc_eid|_ga|ref|sessionid|phpsessid|jsessionid|sid)$/i;
/** A path that says the same again and again is a link that leads into itself. */
const MOST_REPEATS = 2;
const MOST_LENGTH = 1000;
const NO_PAGE =
  /\.(?:png|jpe?g|gif|webp|avif|svg|ico|bmp|tiff?|mp[34]|m4[av]|webm|mov|avi|wav|ogg|zip|gz|tgz|rar|7z|dmg|exe|msi|iso|css|js|mjs|json|xml|rss|atom|woff2?|ttf|otf|eot|docx?|xlsx?|pptx?|csv)$/i;

/** One spelling for an address: without fragment, tracking and an empty query, parameters in order. Null for no http(s). */
export function toPageAddress(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol) || url.username || url.password) return null;
  url.hash = "";
  const kept = [...url.searchParams].filter(([name]) => !TRACKING.test(name));
  kept.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  url.search = new URLSearchParams(kept).toString();
  return url.href.length <= MOST_LENGTH ? url.href : null;
}

/** Whether `address` is of the site that begins at `start`: the same host (www or not), below the start's folder. */
export function isOfSite(start: string, address: string): boolean {
  const [from, to] = [new URL(start), new URL(address)];
  return siteHost(from) === siteHost(to) && `${to.pathname}/`.startsWith(toFolder(from.pathname));
}

/** Why an address is not worth asking for, or null. */
export function whyNoPage(address: string): string | null {
  const { pathname } = new URL(address);
  if (NO_PAGE.test(pathname)) return "It is no page.";
  const parts = pathname.split("/").filter(Boolean);
  const repeats = parts.some((part) => parts.filter((other) => other === part).length > MOST_REPEATS);
  return repeats ? "Its path repeats itself." : null;
}

function siteHost(url: URL): string {
  return url.host.replace(/^www\./, "");
}

// "/help" and "/help/" begin the same folder; "/help/start.html" stands in it.
function toFolder(path: string): string {
  if (path.endsWith("/")) return path;
  const start = path.lastIndexOf("/") + 1;
  return path.slice(start).includes(".") ? path.slice(0, start) : `${path}/`;
}
