// What a customer copies. Filled in with the tenant's public names; secrets come from environment variables.

export interface SnippetFacts {
  /** Where this installation is reached, without a trailing slash. */
  publicUrl: string;
  siteKey: string;
  tenantId: string;
}

export function scriptTag({ publicUrl, siteKey }: SnippetFacts): string {
  return `<script src="${publicUrl}/widget/v1.js" data-site-key="${siteKey}" defer></script>`;
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

export function signInNode({ tenantId }: SnippetFacts): string {
  return `import jwt from "jsonwebtoken";

// Call this for the user of your own session, and answer { token }.
export function createWidgetToken(user) {
  const payload = {
    tenantId: "${tenantId}",
    userId: user.id,
    userEmail: user.email,
    userRoles: user.roles,
    plan: user.plan,
  };
  return jwt.sign(payload, process.env.GATEHOUSE_JWT_SECRET, {
    algorithm: "HS256",
    expiresIn: "1h",
  });
}
`;
}

export function signInPython({ tenantId }: SnippetFacts): string {
  return `import os
from datetime import datetime, timedelta, timezone

import jwt  # PyJWT


# Call this for the user of your own session, and answer {"token": ...}.
def create_widget_token(user):
    now = datetime.now(timezone.utc)
    payload = {
        "tenantId": "${tenantId}",
        "userId": user["id"],
        "userEmail": user["email"],
        "userRoles": user["roles"],
        "plan": user["plan"],
        "iat": now,
        "exp": now + timedelta(hours=1),
    }
    return jwt.encode(payload, os.environ["GATEHOUSE_JWT_SECRET"], algorithm="HS256")
`;
}

/** The widget needs one host and no inline anything. */
export function policyLines({ publicUrl }: SnippetFacts): string {
  return `Content-Security-Policy:
  script-src ${publicUrl};
  connect-src ${publicUrl};
  img-src ${publicUrl}`;
}
