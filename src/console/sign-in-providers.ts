// Accounts of other sites as a way in. What they are asked for is one thing: an address they have confirmed.
import type { NextAuthOptions } from "next-auth";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { z } from "zod";
import { Email } from "@/core/account/account";

/** An application registered with a site. */
interface Application {
  id: string;
  secret: string;
  /** Of the site, without a trailing slash. */
  url: string;
}

interface Applications {
  github: Application | undefined;
  google: Application | undefined;
}

/** The providers that are configured, as next-auth wants them. Their profile's `email` is confirmed, or empty. */
export function toProviders({ github, google }: Applications): NextAuthOptions["providers"] {
  return [...(github ? [toGithub(github)] : []), ...(google ? [toGoogle(google)] : [])];
}

interface GithubProfile {
  id: number | string;
  email?: string | undefined;
}

interface GoogleProfile {
  sub: string;
  email?: string;
  email_verified?: boolean;
}

const GithubUser = z.object({ id: z.union([z.number(), z.string()]) });
const GithubEmails = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }));

function toGithub({ id: clientId, secret: clientSecret, url }: Application): OAuthConfig<GithubProfile> {
  // A server of one's own has its API under the same name.
  const api = url === "https://github.com" ? "https://api.github.com" : `${url}/api/v3`;
  return {
    id: "github",
    name: "GitHub",
    type: "oauth",
    clientId,
    clientSecret,
    issuer: `${url}/login/oauth`,
    authorization: { url: `${url}/login/oauth/authorize`, params: { scope: "user:email" } },
    token: `${url}/login/oauth/access_token`,
    userinfo: {
      url: `${api}/user`,
      // The address in a GitHub profile is what its owner typed there: only the list says which are confirmed.
      async request({ client, tokens }) {
        const { access_token: token = "" } = tokens;
        const { body } = await client.requestResource(`${api}/user/emails`, token);
        const emails = GithubEmails.parse(JSON.parse(String(body)));
        const main = emails.find(({ primary, verified }) => primary && verified);
        return { id: GithubUser.parse(await client.userinfo(token)).id, email: main?.email };
      },
    },
    checks: ["state", "pkce"],
    profile: ({ id, email }) => ({ id: String(id), email: toEmail(email) }),
  };
}

function toGoogle({ id: clientId, secret: clientSecret, url }: Application): OAuthConfig<GoogleProfile> {
  return {
    id: "google",
    name: "Google",
    type: "oauth",
    clientId,
    clientSecret,
    wellKnown: `${url}/.well-known/openid-configuration`,
    authorization: { params: { scope: "openid email", prompt: "select_account" } },
    idToken: true,
    checks: ["state", "pkce", "nonce"],
    profile: ({ sub, email, email_verified }) => ({
      id: sub,
      email: email_verified === true ? toEmail(email) : "",
    }),
  };
}

function toEmail(given: unknown): string {
  return Email.safeParse(given).data ?? "";
}
