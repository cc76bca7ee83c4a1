// What a customer copies into a page. Filled in with the tenant's public names.

export interface SnippetFacts {
  /** Where this installation is reached, without a trailing slash. */
  publicUrl: string;
  siteKey: string;
  tenantId: string;
}

/** The present build of the widget under a name of its own, which never changes. */
export interface PinnedFile {
  file: string;
  /** Subresource Integrity: sha384. */
  integrity: string;
}

export function scriptTag({ publicUrl, siteKey }: SnippetFacts): string {
  return `<script src="${publicUrl}/widget/v1.js" data-site-key="${siteKey}" defer></script>`;
}

export function pinnedTag({ publicUrl, siteKey }: SnippetFacts, { file, integrity }: PinnedFile): string {
  return `<script src="${publicUrl}/widget/${file}"
        integrity="${integrity}"
        crossorigin="anonymous" data-site-key="${siteKey}" defer></script>`;
}

export function customElement({ publicUrl, siteKey }: SnippetFacts): string {
  return `<gatehouse-chat site-key="${siteKey}" title="Help"></gatehouse-chat>
<script src="${publicUrl}/widget/v1.js" defer></script>`;
}

export function initCall({ publicUrl, siteKey }: SnippetFacts): string {
  return `<script src="${publicUrl}/widget/v1.js"></script>
<script>
  const widget = Gatehouse.init({ siteKey: "${siteKey}" });
</script>`;
}

/** GTM drops attributes it does not know from a script: the key goes into a call. */
export function tagManager({ publicUrl, siteKey }: SnippetFacts): string {
  return `<script>
  (function () {
    var script = document.createElement("script");
    script.src = "${publicUrl}/widget/v1.js";
    script.onload = function () {
      Gatehouse.init({ siteKey: "${siteKey}" });
    };
    document.head.appendChild(script);
  })();
</script>`;
}

export function signedInPage({ publicUrl, tenantId }: SnippetFacts): string {
  return `<script src="${publicUrl}/widget/v1.js"></script>
<script>
  async function fetchToken() {
    const res = await fetch("/api/support/token", { method: "POST", credentials: "include" });
    const { token } = await res.json();
    return token;
  }

  fetchToken().then((jwt) => {
    AISupportWidget.init({ tenantKey: "${tenantId}", jwt, onTokenRefresh: fetchToken });
  });
</script>`;
}

/** The widget needs one host and no inline anything. */
export function policyLines({ publicUrl }: SnippetFacts): string {
  return `Content-Security-Policy:
  script-src ${publicUrl};
  connect-src ${publicUrl};
  img-src ${publicUrl}`;
}
