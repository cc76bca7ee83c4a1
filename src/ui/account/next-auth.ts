// What next-auth's own client does, as far as a page needs it: it weighs more than the form that asks.

/** Asks next-auth to do something, with its token against forged forms; rejects where it did not answer as it does. */
async function post(path: string, given: Record<string, string>): Promise<{ ok: boolean; url: URL }> {
  const { csrfToken } = await (await fetch("/api/auth/csrf")).json();
  const response = await fetch(`/api/auth/${path}`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ callbackUrl: window.location.href, ...given, csrfToken, json: "true" }),
  });
  const { url } = await response.json();
  return { ok: response.ok, url: new URL(url) };
}

/** Signs in by one of our own ways; `error` is why that failed. The caller goes on. */
export async function signIn(provider: string, given: Record<string, string>) {
  const { ok, url } = await post(`callback/${provider}`, given);
  return { ok, error: url.searchParams.get("error") };
}

/** Ends the sign-in of this browser and goes to a page of ours. */
export async function signOut(callbackUrl = "/sign-in"): Promise<void> {
  const { url } = await post("signout", { callbackUrl });
  window.location.assign(url);
}

const NEXT = "gatehouse.next";

/** Leaves for a site whose accounts may sign in here; it sends people back to `next`, a path of ours. */
export async function goToSite(site: string, next: string): Promise<void> {
  sessionStorage.setItem(NEXT, next);
  const { url } = await post(`signin/${site}`, { callbackUrl: next });
  window.location.assign(url);
}

/** Where whoever left for another site wanted to go: a path of ours. */
export function nextAfterSite(): string {
  const next = sessionStorage.getItem(NEXT) ?? "";
  return /^\/(?![/\\])/.test(next) ? next : "/console";
}
