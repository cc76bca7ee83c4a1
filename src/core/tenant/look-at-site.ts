import { z } from "zod";
import type { Account } from "@/core/account/account";
import { requireLimits } from "@/core/limit/require-limits";
import { fieldFailure } from "@/failures";
import { proposeOrigins } from "./propose-origins";
import type { SiteFace } from "./site-face";

export const LookAtSite = z.object({
  url: z.string().trim().min(1, "Paste the address of your site.").max(1000, "Use at most 1,000 characters."),
});
export type LookAtSite = z.infer<typeof LookAtSite>;

/** Sites that one account may have looked at: each costs us a handful of requests to somebody else. */
const perAccount = { name: "look-at-site", limit: 20, windowSeconds: 600 };

export interface SeenSite {
  /** The address as it can be read. */
  url: string;
  /** Origins to begin with. */
  origins: string[];
  /** Null where the page could not be read; `trouble` says why. */
  face: SiteFace | null;
  trouble: string | null;
}

/**
 * Reads a site's first page for who is about to make a tenant. Stores nothing. An address that is none is
 * `input_invalid` beside `url`; a site that does not answer is no failure: the rest can be filled in by hand.
 */
export async function lookAtSite({ product, userId }: Account, input: LookAtSite): Promise<SeenSite> {
  const url = toAddress(LookAtSite.parse(input).url);
  await requireLimits(product.limiter, [perAccount, userId]);
  const face = await product.siteFaces.look(url);
  if ("refused" in face) return { url, origins: proposeOrigins(url), face: null, trouble: face.refused };
  const led = new URL(face.url);
  // Whoever names a site means all of it, also where its start page lies in a folder.
  const start = new URL(url).pathname === "/" ? `${led.origin}/` : led.href;
  return { url: start, origins: proposeOrigins(url, face.url), face, trouble: null };
}

/** What people type: with or without a scheme. */
function toAddress(typed: string): string {
  const isLocal = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::|\/|$)/i.test(typed);
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `${isLocal ? "http" : "https"}://${typed}`;
  if (!URL.canParse(whole)) throw fieldFailure("url", "This is no web address. Paste it as your browser shows it.");
  const url = new URL(whole);
  if (!/^https?:$/.test(url.protocol)) throw fieldFailure("url", "Use an address that begins with https://.");
  if (url.username || url.password) throw fieldFailure("url", "Use an address without a user name or password in it.");
  if (!/[.:]/.test(url.hostname) && url.hostname !== "localhost")
    throw fieldFailure("url", "Use the whole name, such as www.example.com.");
  url.hash = "";
  return url.href;
}
