// Whether it is the page's own Content-Security-Policy that keeps the widget from the gateway.

import type { ChatWorld } from "../chat-world";

declare const VERSION: string;

const LISTEN_MS = 2000;
let hasTold = false;

/**
 * Asks the gateway for nothing in particular and listens whether the browser says that a rule of the page forbids it. If
 * so the tenant's console is told, once a page, by the one way that is surely open: as the widget's own parts come.
 */
export function askPolicy({
  view,
  apiUrl,
  siteKey,
  log,
}: Pick<ChatWorld, "apiUrl" | "siteKey" | "view" | "log">): void {
  if (hasTold) return;
  const { document } = view;
  const ears = new AbortController();
  document.addEventListener(
    "securitypolicyviolation",
    ({ blockedURI, disposition, effectiveDirective }) => {
      if (hasTold || disposition !== "enforce" || !blockedURI.startsWith(apiUrl)) return;
      hasTold = true;
      log("blocked", effectiveDirective);
      const link = document.createElement("link");
      const said = new URLSearchParams({ siteKey, directive: effectiveDirective, version: VERSION });
      const done = () => link.remove();
      const href = `${apiUrl}/widget/blocked?${said}`;
      Object.assign(link, { rel: "modulepreload", crossOrigin: "", href, onload: done, onerror: done });
      document.head.append(link);
    },
    { signal: ears.signal },
  );
  view.fetch(`${apiUrl}/health/live`, { credentials: "omit" }).catch(() => {});
  view.setTimeout(() => ears.abort(), LISTEN_MS);
}
