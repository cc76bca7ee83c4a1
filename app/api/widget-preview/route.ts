import { previewPage } from "@/ui/appearance/preview-page";

/** The page inside the Appearance page's frame: nobody else may frame it, and it can reach nothing but the bundle. */
export function GET(): Response {
  const nonce = btoa(crypto.randomUUID());
  return new Response(previewPage(nonce), {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": `default-src 'none'; script-src 'self' 'nonce-${nonce}'; style-src 'nonce-${nonce}'; img-src data:; connect-src 'none'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'`,
      "x-frame-options": "SAMEORIGIN",
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    },
  });
}
