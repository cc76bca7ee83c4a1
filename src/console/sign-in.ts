// Sign-in by next-auth: the cookie's JWT carries the secret of a member session and nothing else. Whether it is still
// good is asked of the database at every request, so that revoking one is immediate.
import type { NextAuthOptions } from "next-auth";
import { decode, encode } from "next-auth/jwt";
import Credentials from "next-auth/providers/credentials";
import { type Account, admitAccount, SIGN_IN_MS } from "@/core/account/account";
import { FinishTwoStep, finishTwoStep } from "@/core/account/finish-two-step";
import type { Device } from "@/core/account/member-session";
import { revokeMemberSession } from "@/core/account/revoke-member-session";
import { SignIn, signIn } from "@/core/account/sign-in";
import { signInByPasskey } from "@/core/account/sign-in-by-passkey";
import { signInByProvider } from "@/core/account/sign-in-by-provider";
import { VerifyEmail, verifyEmail } from "@/core/account/verify-email";
import { JoinByInvitation, joinByInvitation } from "@/core/invitation/join-by-invitation";
import type { Product } from "@/core/product";
import { Failure } from "@/failures";

const LIFETIME_SECONDS = SIGN_IN_MS / 1000;

/** What a sign-in needs to know of the installation and of the request. */
interface SignInWorld {
  product: Product;
  /** Encrypts the cookie. */
  secret: string;
  /** Who asks. */
  device: Device;
  /** Other sites' accounts that are let in: see sign-in-providers.ts. */
  providers: NextAuthOptions["providers"];
}

/** Options of the next-auth handler for one request. */
export function toSignInOptions({ product, secret, device, providers }: SignInWorld): NextAuthOptions {
  return {
    secret,
    session: { strategy: "jwt", maxAge: LIFETIME_SECONDS },
    useSecureCookies: isSecure(product),
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/sign-in" },
    providers: [
      Credentials({
        id: "password",
        credentials: { email: {}, password: {}, code: {} },
        authorize: async (given) => {
          const parsed = SignIn.safeParse(given);
          if (!parsed.success) throw new Failure("token_invalid");
          const { userId, secret } = await signIn(product, parsed.data, device);
          return { id: userId, secret };
        },
      }),
      Credentials({
        id: "link",
        credentials: { token: {}, ticket: {}, password: {} },
        authorize: async (given) => {
          const parsed = VerifyEmail.safeParse(given);
          if (!parsed.success) throw new Failure("input_invalid");
          const { userId, secret } = await verifyEmail(product, parsed.data, device);
          return { id: userId, secret };
        },
      }),
      Credentials({
        id: "passkey",
        credentials: { answer: {} },
        authorize: async (given) => {
          const answer = parseJson(given?.answer);
          const { userId, secret } = await signInByPasskey(product, answer, device);
          return { id: userId, secret };
        },
      }),
      Credentials({
        id: "invitation",
        credentials: { token: {}, password: {} },
        authorize: async (given) => {
          const parsed = JoinByInvitation.safeParse(given);
          if (!parsed.success) throw new Failure("input_invalid");
          const { userId, secret } = await joinByInvitation(product, parsed.data, device);
          return { id: userId, secret };
        },
      }),
      Credentials({
        id: "two-step",
        credentials: { ticket: {}, code: {} },
        authorize: async (given) => {
          const parsed = FinishTwoStep.safeParse(given);
          if (!parsed.success) throw new Failure("token_invalid");
          const { userId, secret } = await finishTwoStep(product, parsed.data, device);
          return { id: userId, secret };
        },
      }),
      ...providers,
    ],
    callbacks: {
      async signIn({ user, account }) {
        if (account?.type !== "oauth") return true;
        const begun = await signInByProvider(product, user.email || null, device);
        // Behind a #: what stands there is sent to no server and written into no log.
        if ("ticket" in begun) return `${product.publicUrl}/sign-in?two-step=1#${begun.ticket}`;
        Object.assign(user, { secret: begun.secret });
        return true;
      },
      jwt: ({ token, user }) => (user ? { secret: (user as { secret?: string }).secret } : { secret: token.secret }),
      session: ({ session }) => ({ expires: session.expires }),
      // Only paths of ours: whatever was asked for, nobody is sent to another site.
      redirect: ({ url }) => `${product.publicUrl}${toOwnPath(url, product.publicUrl)}`,
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

/** The cookie that carries a sign-in's secret, as next-auth itself would set it. */
export async function toSignInCookie(product: Product, secret: string, memberSecret: string) {
  const value = await encode({ token: { secret: memberSecret }, secret, maxAge: LIFETIME_SECONDS });
  const expires = new Date(Date.now() + LIFETIME_SECONDS * 1000);
  const rules = { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure(product), expires } as const;
  return { name: signInCookie(product), value, ...rules };
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

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return null;
  }
}

function isSecure(product: Product): boolean {
  return product.publicUrl.startsWith("https://");
}

/** The path of ours that an address names, whatever it is: never one that leads to another site. Total. */
export function toOwnPath(url: string, publicUrl: string): string {
  if (!URL.canParse(url, publicUrl)) return "/";
  const target = new URL(url, publicUrl);
  // A path that begins with two slashes names another host.
  const path = target.pathname.replace(/^\/+/, "/");
  return target.origin === new URL(publicUrl).origin ? `${path}${target.search}` : "/";
}
