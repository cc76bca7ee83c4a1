const here = ["localhost", "127.0.0.1", "[::1]"];

/**
 * Whether a request that changes something comes from our own pages. A browser always sends `Origin` with a POST;
 * one that does not carry it is no browser of ours, and is refused as well. A local installation goes by the names of
 * this machine, whichever the browser used; a public one by its configured address and no other, whatever `Host` says.
 */
export function isSameOrigin(request: Request, publicUrl: string): boolean {
  const origin = request.headers.get("origin");
  if (!origin || !URL.canParse(origin)) return false;
  const own = new URL(publicUrl);
  if (origin === own.origin) return true;
  const { host, hostname } = new URL(origin);
  return here.includes(own.hostname) && here.includes(hostname) && host === request.headers.get("host");
}

/** The answer to a POST from another site's page; null for a request that may go on. */
export function refuseOtherSite(request: Request, publicUrl: string): Response | null {
  if (request.method === "GET" || request.method === "HEAD" || isSameOrigin(request, publicUrl)) return null;
  return Response.json({ error: "origin_mismatch" }, { status: 403 });
}
