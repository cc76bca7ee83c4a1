// next-auth's client, fetched when somebody signs in or out: no page waits for it.

type NextAuth = typeof import("next-auth/react");

/** As next-auth's own, without following the answer: the caller goes on. */
export async function signIn(provider: string, given: Record<string, string>) {
  const client: NextAuth = await import("next-auth/react");
  return client.signIn(provider, { ...given, redirect: false });
}

/** Ends the sign-in of this browser and goes to a page of ours. */
export async function signOut(callbackUrl = "/sign-in"): Promise<void> {
  const client: NextAuth = await import("next-auth/react");
  await client.signOut({ callbackUrl });
}

const NEXT = "gatehouse.next";

/** Leaves for a site whose accounts may sign in here; it sends people back to `next`, a path of ours. */
export async function goToSite(site: string, next: string): Promise<void> {
  sessionStorage.setItem(NEXT, next);
  const client: NextAuth = await import("next-auth/react");
  await client.signIn(site, { callbackUrl: next });
}

/** Where whoever left for another site wanted to go: a path of ours. */
export function nextAfterSite(): string {
  const next = sessionStorage.getItem(NEXT) ?? "";
  return /^\/(?![/\\])/.test(next) ? next : "/console";
}
