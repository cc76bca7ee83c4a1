// Fetches what a tenant named from the public internet, and from nowhere else. Every connection is pinned to an address
// that was checked when it was opened: a name that resolves to a public address first and to a private one later (DNS
// rebinding) gains nothing. Redirects are followed by hand and checked again.
import dns from "node:dns";
import type { LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";
import { Agent, fetch, type Response } from "undici";

/** Why an address was refused or could not be read; the message is fit for the tenant. */
export class FetchRefused extends Error {
  /** Whether the same page may well be readable in a while. */
  readonly passing: boolean;

  constructor(message: string, passing = false) {
    super(message);
    this.passing = passing;
  }
}

export interface GuardedFetchOptions {
  /** `host:port` pairs outside the public internet that may be read. */
  allow?: string[];
  /** Resolves names; tests bring their own. */
  resolve?: typeof dns.lookup;
  timeoutMilliseconds?: number;
  maxBytes?: number;
}

export interface Fetched {
  /** After redirects. */
  url: string;
  contentType: string;
  body: Uint8Array;
}

const PORTS = new Set(["", "80", "443", "8080", "8443"]);
const MOST_REDIRECTS = 5;
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR("2000::/3");
/** Looks public, but answers virtual machines with what is meant for them alone. */
const HOST_OF_AZURE = "168.63.129.16";
/** Answers and errors that pass by themselves. */
const PASSING = new Set([
  ...["408", "425", "429", "500", "502", "503", "504"],
  ...["EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH", "EPIPE"],
  ...["UND_ERR_CONNECT_TIMEOUT", "UND_ERR_HEADERS_TIMEOUT", "UND_ERR_BODY_TIMEOUT", "UND_ERR_SOCKET"],
]);

/** Whether an IP address belongs to the public internet: no private, loopback, link-local, mapped or tunnelled one. */
export function isPublicAddress(address: string): boolean {
  const parsed = ipaddr.parse(address);
  if (parsed instanceof ipaddr.IPv4) return isPublic4(parsed);
  if (parsed.isIPv4MappedAddress()) return isPublic4(parsed.toIPv4Address());
  // What the internet uses of IPv6 begins with the bits 001; ::127.0.0.1 and much else that is no named range does not.
  return parsed.range() === "unicast" && parsed.match(GLOBAL_UNICAST);
}

function isPublic4(address: ipaddr.IPv4): boolean {
  return address.range() === "unicast" && address.toString() !== HOST_OF_AZURE;
}

/** A fetch with these options. It throws FetchRefused for every address and answer that may not be read. */
export function openGuardedFetch(options: GuardedFetchOptions = {}) {
  const { timeoutMilliseconds = 10_000, maxBytes = 2_000_000 } = options;
  const dispatcherFor = openDispatchers(options);

  return async (address: string): Promise<Fetched> => {
    const signal = AbortSignal.timeout(timeoutMilliseconds);
    let url = toUrl(address);
    try {
      for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
        const answer = await fetch(url, {
          dispatcher: dispatcherFor(url),
          redirect: "manual",
          signal,
          headers: { "user-agent": "Gatehouse/1.0 (+page reader)", accept: "text/html,text/markdown,text/plain;q=0.9" },
        });
        const location = answer.headers.get("location");
        if (answer.status < 300 || answer.status >= 400 || !location) {
          if (!answer.ok) throw new FetchRefused(`The page answers ${answer.status}.`, PASSING.has(`${answer.status}`));
          const contentType = answer.headers.get("content-type") ?? "";
          return { url: url.href, contentType, body: await readBody(answer, maxBytes) };
        }
        await answer.body?.cancel();
        url = toUrl(location, url);
      }
    } catch (error) {
      throw explain(error, signal.aborted);
    }
    throw new FetchRefused(`The page redirects more than ${MOST_REDIRECTS} times.`);
  };
}

export interface Posted {
  status: number;
  body: Uint8Array;
}

/**
 * Sends JSON to an address under the same guard. Whatever the status, it is the answer; a redirect is not followed.
 * Throws FetchRefused where nothing answers or may be asked.
 */
export function openGuardedPost(options: GuardedFetchOptions = {}) {
  const { timeoutMilliseconds = 10_000, maxBytes = 100_000 } = options;
  const dispatcherFor = openDispatchers(options);
  return async (address: string, headers: Record<string, string>, body: string): Promise<Posted> => {
    const signal = AbortSignal.timeout(timeoutMilliseconds);
    const url = toUrl(address);
    try {
      const answer = await fetch(url, {
        method: "POST",
        dispatcher: dispatcherFor(url),
        redirect: "manual",
        signal,
        headers: { "user-agent": "Gatehouse/1.0", "content-type": "application/json", ...headers },
        body,
      });
      return { status: answer.status, body: await readBody(answer, maxBytes) };
    } catch (error) {
      throw explain(error, signal.aborted);
    }
  };
}

/** The connections for a URL; throws FetchRefused where there may be none. */
function openDispatchers({ allow = [], resolve = dns.lookup }: GuardedFetchOptions): (url: URL) => Agent {
  const guarded = new Agent({ connect: { lookup: checkedLookup(resolve), timeout: 5_000 } });
  const open = new Agent({ connect: { lookup: resolve as LookupFunction, timeout: 5_000 } });
  return (url) => {
    const port = url.port || (url.protocol === "https:" ? "443" : "80");
    if (allow.includes(`${url.hostname}:${port}`)) return open;
    requirePublic(url);
    return guarded;
  };
}

function toUrl(address: string, base?: URL): URL {
  if (!URL.canParse(address, base)) throw new FetchRefused("This is not a web address.");
  const url = new URL(address, base);
  if (!/^https?:$/.test(url.protocol)) throw new FetchRefused("Only http and https addresses can be read.");
  if (url.username || url.password)
    throw new FetchRefused("An address with a user name or password in it is not read.");
  return url;
}

function requirePublic(url: URL): void {
  if (!PORTS.has(url.port)) throw new FetchRefused(`Port ${url.port} is not read.`);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (ipaddr.isValid(host) && !isPublicAddress(host)) throw notPublic(url.hostname);
}

function notPublic(host: string): FetchRefused {
  return new FetchRefused(`${host} is not on the public internet.`);
}

function checkedLookup(resolve: typeof dns.lookup): LookupFunction {
  return (host, options, done) => {
    resolve(host, { ...options, all: true, verbatim: true }, (error, addresses) => {
      if (error) return done(error, "", 0);
      const first = addresses[0];
      if (!first || addresses.some(({ address }) => !isPublicAddress(address))) return done(notPublic(host), "", 0);
      if (options.all) return done(null, addresses);
      done(null, first.address, first.family);
    });
  };
}

// Counted as it arrives, after decompression: a small bomb is stopped like a large page.
async function readBody(answer: Response, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of answer.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new FetchRefused(`The page is larger than ${maxBytes / 1_000_000} MB.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function explain(error: unknown, timedOut: boolean): FetchRefused {
  for (let cause = error; cause instanceof Error; cause = cause.cause) if (cause instanceof FetchRefused) return cause;
  if (timedOut) return new FetchRefused("The page took too long to answer.", true);
  const code =
    error instanceof Error && error.cause instanceof Error ? (error.cause as NodeJS.ErrnoException).code : undefined;
  if (code === "ENOTFOUND") return new FetchRefused("There is no such host.");
  return new FetchRefused(`The page could not be read${code ? ` (${code})` : ""}.`, PASSING.has(code ?? ""));
}
