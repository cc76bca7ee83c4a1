// Connections to the public internet, and to nowhere else. Each is pinned to an address that was checked when it was
// opened: a name that resolves to a public address first and to a private one later (DNS rebinding) gains nothing.
import dns from "node:dns";
import type { LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";
import { Agent } from "undici";
import { FetchRefused } from "./fetch-refused";
import { isPublicAddress } from "./public-address";

export interface ConnectionOptions {
  /** `host:port` pairs outside the public internet that may be read. */
  allow?: string[];
  /** Resolves names; tests bring their own. */
  resolve?: typeof dns.lookup;
}

const PORTS = new Set(["", "80", "443", "8080", "8443"]);

/** The connections for a URL; throws FetchRefused where there may be none. */
export function openDispatchers({ allow = [], resolve = dns.lookup }: ConnectionOptions): (url: URL) => Agent {
  const guarded = new Agent({ connect: { lookup: checkedLookup(resolve), timeout: 5_000 } });
  const open = new Agent({ connect: { lookup: resolve as LookupFunction, timeout: 5_000 } });
  return (url) => {
    const port = url.port || (url.protocol === "https:" ? "443" : "80");
    if (allow.includes(`${url.hostname}:${port}`)) return open;
    requirePublic(url);
    return guarded;
  };
}

export function toUrl(address: string, base?: URL): URL {
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
