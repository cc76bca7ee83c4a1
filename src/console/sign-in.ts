// Sign-in by next-auth: the cookie's JWT carries the secret of a member session and nothing else. Whether it is still
// good is asked of the database at every request, so that revoking one is immediate.
import type { NextAuthOptions } from "next-auth";
import { decode } from "next-auth/jwt";
import Credentials from "next-auth/providers/credentials";
import { type Account, admitAccount } from "@/core/account/account";
import { revokeMemberSession } from "@/core/account/revoke-member-session";
import { type Device, SignIn, signIn } from "@/core/account/sign-in";
import { verifyEmail } from "@/core/account/verify-email";
import type { Product } from "@/core/product";
import { Failure } from "@/failures";

const LIFETIME_SECONDS = 30 * 24 * 3600;

export type Headers = Record<string, string | string[] | undefined>;

/** Options of the next-auth handler. `secret` encrypts the cookie; `toDevice` reads who asks off the headers. */
export function toSignInOptions(
  product: Product,
  secret: string,
  toDevice: (headers: Headers) => Device,
): NextAuthOptions {
  return {
    secret,
    session: { strategy: "jwt", maxAge: LIFETIME_SECONDS },
    useSecureCookies: isSecure(product),
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/sign-in" },
    providers: [
      Credentials({
        id: "password",
        credentials: { email: {}, password: {} },
        authorize: async (given, request) => {
          const parsed = SignIn.safeParse(given);
          if (!parsed.success) throw new Failure("token_invalid");
          const { userId, secret } = await signIn(product, parsed.data, toDevice(request.headers ?? {}));
          return { id: userId, secret };
        },
      }),
      Credentials({
        id: "link",
        credentials: { token: {} },
        authorize: async (given, request) => {
          const { userId, secret } = await verifyEmail(product, given?.token ?? "", toDevice(request.headers ?? {}));
          return { id: userId, secret };
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { secret: (user as { secret?: string }).secret } : { secret: token.secret }),
      session: ({ session }) => ({ expires: session.expires }),
      // Only paths of ours: whatever was asked for, nobody is sent to another site.
      redirect: ({ url }) => `${product.publicUrl}${toPath(url, product.publicUrl)}`,
    },
    events: {
      signOut: async ({ token }) => {
        const account = await admitHolder(product, token.secret);
        if (account) await revokeMemberSession(account, { id: account.sessionId });
      },
    },
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
  };
}

/** Name of the cookie that next-auth keeps the sign-in under. */
export function signInCookie(product: Product): string {
  return `${isSecure(product) ? "__Secure-" : ""}next-auth.session-token`;
}

/** Who holds this cookie; null when it is missing, altered, expired or revoked. */
export async function readAccount(product: Product, secret: string, cookie: string | undefined) {
  const token = cookie ? await decode({ token: cookie, secret }).catch(() => null) : null;
  return admitHolder(product, token?.secret);
}

async function admitHolder(product: Product, secret: unknown): Promise<Account | null> {
  if (typeof secret !== "string") return null;
  return admitAccount(product, secret).catch((error: unknown) => {
    if (error instanceof Failure) return null;
    throw error;
  });
}

function isSecure(product: Product): boolean {
  return product.publicUrl.startsWith("https://");
}

function toPath(url: string, publicUrl: string): string {
  if (!URL.canParse(url, publicUrl)) return "/";
  const target = new URL(url, publicUrl);
  return target.origin === new URL(publicUrl).origin ? `${target.pathname}${target.search}` : "/";
}
