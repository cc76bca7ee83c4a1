// What a customer copies into a page. Filled in with the tenant's public names.

export interface SnippetFacts {
  /** Where this installation is reached, without a trailing slash. */
  publicUrl: string;
  siteKey: string;
  tenantId: string;
  /** The language that the tenant chose; without it the widget speaks the page's. */
  locale?: string | null;
}

/** Whose widget it is and what it speaks, as attributes of its script. */
export function dataAttributes({ siteKey, locale }: SnippetFacts): string {
  return `data-site-key="${siteKey}"${locale ? ` data-locale="${locale}"` : ""}`;
}

/** The same as `init()` takes it. */
export function initOptions({ siteKey, locale }: SnippetFacts): string {
  return `siteKey: "${siteKey}"${locale ? `, locale: "${locale}"` : ""}`;
}

/** The present build of the widget under a name of its own, which never changes. */
export interface PinnedFile {
  file: string;
  /** Subresource Integrity: sha384. */
  integrity: string;
}

export function scriptTag(facts: SnippetFacts): string {
  return `<script src="${facts.publicUrl}/widget/v1.js" ${dataAttributes(facts)} defer></script>`;
}

export function pinnedTag(facts: SnippetFacts, { file, integrity }: PinnedFile): string {
  return `<script src="${facts.publicUrl}/widget/${file}"
        integrity="${integrity}"
        crossorigin="anonymous" ${dataAttributes(facts)} defer></script>`;
}

export function customElement({ publicUrl, siteKey, locale }: SnippetFacts): string {
  return `<gatehouse-chat site-key="${siteKey}"${locale ? ` locale="${locale}"` : ""} title="Help"></gatehouse-chat>
<script src="${publicUrl}/widget/v1.js" defer></script>`;
}

export function initCall(facts: SnippetFacts): string {
  return `<script src="${facts.publicUrl}/widget/v1.js"></script>
<script>
  const widget = Gatehouse.init({ ${initOptions(facts)} });
</script>`;
}

/** GTM drops attributes it does not know from a script: the key goes into a call. */
export function tagManager(facts: SnippetFacts): string {
  return `<script>
  (function () {
    var script = document.createElement("script");
    script.src = "${facts.publicUrl}/widget/v1.js";
    script.onload = function () {
      Gatehouse.init({ ${initOptions(facts)} });
    };
    document.head.appendChild(script);
  })();
</script>`;
}

export function signedInPage({ publicUrl, tenantId, locale }: SnippetFacts): string {
  return `<script src="${publicUrl}/widget/v1.js"></script>
<script>
  async function fetchToken() {
    const res = await fetch("/api/support/token", { method: "POST", credentials: "include" });
    const { token } = await res.json();
    return token;
  }

  fetchToken().then((jwt) => {
    AISupportWidget.init({ tenantKey: "${tenantId}", jwt,${locale ? ` locale: "${locale}",` : ""} onTokenRefresh: fetchToken });
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
