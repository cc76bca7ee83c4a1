/** What stands behind a refusal, in the words of whoever has to mend it. */
const words: Record<string, { title: string; cure: string }> = {
  origin_not_allowed: {
    title: "Origin not on the list",
    cure: "If this is your site, allow it. If not, somebody copied your snippet and got nothing.",
  },
  https_required: { title: "Page without HTTPS", cure: "Serve the page over HTTPS. http works on localhost only." },
  origin_missing: { title: "No usable origin", cure: "The request came from a script, a file or a sandboxed frame." },
  origin_mismatch: {
    title: "Token or conversation of another origin",
    cure: "A session or conversation was used from another of your sites than it began on.",
  },
  token_invalid: {
    title: "Token not valid",
    cure: "Somebody tried a token that does not verify; the detail says why.",
  },
  tenant_mismatch: { title: "Token of another tenant", cure: "Sign tokens with this tenant’s id in tenantId." },
  identity_required: {
    title: "Visitor not signed in",
    cure: "This tenant demands an identity token of every visitor.",
  },
  token_missing: { title: "No session", cure: "This tenant demands a session; set use-jwt in the snippet." },
  challenge_required: {
    title: "No proof of work",
    cure: "A new session has to prove some work here; scripts often do not.",
  },
  token_expired: { title: "API key past its date", cure: "Create a new API key and put it on your server." },
  scope_refused: {
    title: "API key without the scope",
    cure: "Create a key that has the scope which the detail names.",
  },
  quota_exceeded: { title: "Quota spent", cure: "Raise the month’s quota, or let it degrade to search." },
  rate_limited: { title: "Too many requests", cure: "A visitor or a script asked faster than the limits allow." },
};

/** `reported`: it was let through, because what demands it only reports. */
export function explainRefusal(reason: string) {
  const code = reason.replace(/^reported:/, "");
  const said = words[code] ?? { title: code.replaceAll("_", " "), cure: "See the documentation of this code." };
  return { ...said, code, reported: code !== reason };
}
