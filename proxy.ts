// A fresh nonce for every page: scripts without it do not run. Styles may be inline, because positioned parts need it.
import { type NextRequest, NextResponse } from "next/server";
import { environment } from "@/env";

export function proxy(request: NextRequest) {
  const nonce = btoa(crypto.randomUUID());
  const policy = toPolicy(nonce, environment().publicUrl, request.nextUrl.pathname.startsWith("/demo"));
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  // Where somebody was going who has to sign in first.
  headers.set("x-page", request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

function toPolicy(nonce: string, publicUrl: string, demo: boolean): string {
  const development = environment().development;
  const gateway = demo ? ` ${publicUrl}` : "";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    `connect-src 'self'${gateway}${development ? " ws:" : ""}`,
    `img-src 'self' data:${gateway}`,
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

export const config = { matcher: ["/((?!api/|widget/|_next/static|_next/image|favicon|icon|og).*)"] };
