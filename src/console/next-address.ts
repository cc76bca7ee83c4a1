import { toOwnPath } from "./sign-in";

/** Where a sign-in leads that nobody was on the way somewhere from: the first tenant, or making one. */
const USUAL = "/console";

/** The sign-in's address for somebody who was on the way to `path`, which is a page's of ours. */
export function toSignIn(path: string | null): string {
  return path === null || toNext(path, "http://own") === USUAL
    ? "/sign-in"
    : `/sign-in?next=${encodeURIComponent(path)}`;
}

/** Where a sign-in leads that was asked to lead to `asked`: a page of ours, and never the sign-in itself. Total. */
export function toNext(asked: unknown, publicUrl: string): string {
  if (typeof asked !== "string" || asked.length > 2000) return USUAL;
  const path = toOwnPath(asked, publicUrl);
  return path === "/" || /^\/(?:api|sign-in|sign-up|console)(?:[/?]|$)/.test(path) ? USUAL : path;
}
