// What pages and handlers have in common: who asks, and the console's procedures in process.
import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import type { ConsoleContext } from "@/console/context";
import { toSignIn } from "@/console/next-address";
import { createCaller } from "@/console/router";
import { isSameOrigin } from "@/console/same-origin";
import { readAccount, signInCookie, toSignInCookie } from "@/console/sign-in";
import { isTenantAddress } from "@/console/tenant-address";
import { environment } from "@/env";
import { hiddenSocketAddress, product } from "@/wiring";

type HeaderValue = string | string[] | null | undefined;

let addressOf: ReturnType<typeof hiddenSocketAddress> | undefined;

/** The browser that asks, as the session list shows it and limits count it. */
export function toDevice(read: (name: string) => HeaderValue) {
  addressOf ??= hiddenSocketAddress(environment());
  const address = addressOf((name) => text(read(name)));
  return { userAgent: text(read("user-agent")), address: address === "unknown" ? "" : address };
}

function text(value: HeaderValue): string {
  return Array.isArray(value) ? value.join(",") : (value ?? "");
}

/** Context of a request over HTTP. */
export async function contextOf(request: Request): Promise<ConsoleContext> {
  return {
    product: product(),
    account: await presentAccount(),
    device: toDevice((name) => request.headers.get(name)),
    sameOrigin: isSameOrigin(request, product().publicUrl),
    requestId: crypto.randomUUID(),
    keepSignIn: async (secret) => {
      const { name, value, ...rules } = await toSignInCookie(product(), environment().secret, secret);
      (await cookies()).set(name, value, rules);
    },
  };
}

const presentAccount = cache(async () => {
  const cookie = (await cookies()).get(signInCookie(product()))?.value;
  return readAccount(product(), environment().secret, cookie);
});

/** The procedures for a page that is being rendered. Pages only read: nothing that changes is accepted. */
export const pageCaller = cache(async () => {
  const given = await headers();
  const device = toDevice((name) => given.get(name));
  const account = await presentAccount();
  return createCaller({ product: product(), account, device, sameOrigin: false, requestId: crypto.randomUUID() });
});

type Caller = ReturnType<typeof createCaller>;

/** Reads for a page: a stranger's tenant and what one's role may not see are the 404 page, nobody signed in is sent to the sign-in. */
export async function load<T>(read: (caller: Caller) => Promise<T>): Promise<T> {
  const caller = await pageCaller();
  return read(caller).catch(async (error: unknown) => {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    // What a role may not see does not exist for it.
    if (code === "NOT_FOUND" || code === "FORBIDDEN") notFound();
    if (code === "UNAUTHORIZED") redirect(toSignIn((await headers()).get("x-page")));
    throw error;
  });
}

/** The tenant an address names; an address that cannot name one is the 404 page, also for who is not signed in. */
export async function tenantOf(params: Promise<{ tenant: string }>): Promise<string> {
  const { tenant } = await params;
  return isTenantAddress(tenant) ? tenant : notFound();
}

/** The tenant with one's own role in it, read once a request. */
export const tenantNow = cache((tenantId: string) => load((caller) => caller.tenant.get({ tenantId })));
