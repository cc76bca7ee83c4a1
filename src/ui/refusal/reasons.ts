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
  rate_limited: { title: "Too many requests", cure: "A visitor or a script asked faster than the limits allow." },
};

export function explainRefusal(reason: string): { title: string; cure: string } {
  return words[reason] ?? { title: reason.replaceAll("_", " "), cure: "See the documentation of this code." };
}
