/**
 * Whether a request that changes something comes from our own pages. A browser always sends `Origin` with a POST;
 * one that does not carry it is no browser of ours, and is refused as well.
 */
export function isSameOrigin(request: Request, publicUrl: string): boolean {
  const origin = request.headers.get("origin");
  if (!origin || !URL.canParse(origin)) return false;
  return origin === new URL(publicUrl).origin || new URL(origin).host === request.headers.get("host");
}
