// Identity tokens: JWTs that the tenant's server signs with HS256 and its shared secret.
import { errors, jwtVerify } from "jose";
import { z } from "zod";
import { Failure } from "@/failures";
import type { VerifyingSecret } from "./configuration";
import type { TokenLook } from "./token-look";
import type { Identity } from "./visitor";

export const MOST_SECONDS = 3600;
export const LEEWAY_SECONDS = 60;
/** They name another key, or another way to verify. */
export const STRANGE_HEADERS = ["jwk", "jku", "x5u", "x5c", "crit", "b64", "zip"];

const Text = z.string().regex(/^[^\0\p{Surrogate}]*$/u);

export const IdentityClaims = z.object({
  tenantId: z.string(),
  userId: Text.min(1).max(200),
  // Python's None arrives as null and means the same as leaving the claim out.
  userEmail: Text.max(320).nullish(),
  userRoles: z.array(Text.max(80)).max(30).nullish(),
  plan: Text.max(80).nullish(),
  iat: z.number(),
  exp: z.number(),
});

export interface VerifiedIdentity {
  tenantId: string;
  identity: Identity;
  /** Which secret had signed it. */
  kid: string;
  /** Seconds. */
  issuedAt: number;
}

/**
 * Verifies an identity token with a tenant's live secrets. Says nothing about whether it names that tenant.
 * `token_expired` only for a token that is right in every other way; all else is one `token_invalid`, whose `reason`
 * is for the tenant alone. `now` in milliseconds.
 */
export async function verifyIdentityToken(
  look: TokenLook,
  secrets: VerifyingSecret[],
  now: number,
): Promise<VerifiedIdentity> {
  const { alg, kid, typ } = look.header;
  if (alg !== "HS256") throw invalid(`alg is ${JSON.stringify(alg)?.slice(0, 40)}, only HS256 is accepted`);
  if (typ !== undefined && !(typeof typ === "string" && typ.toUpperCase() === "JWT")) throw invalid("typ is not JWT");
  const strange = STRANGE_HEADERS.find((name) => name in look.header);
  if (strange) throw invalid(`the header names ${strange}`);
  if (kid !== undefined && typeof kid !== "string") throw invalid("kid is not a text");
  const live = secrets.filter(({ retiresAt }) => retiresAt === null || retiresAt > now);
  const wanted = kid === undefined ? live : live.filter((secret) => secret.kid === kid);
  if (wanted.length === 0) throw invalid("kid names no live secret");
  for (const secret of wanted) {
    const payload = await openToken(look.token, secret.key, now);
    if (payload) return { ...readClaims(payload, now), kid: secret.kid };
  }
  throw invalid("no live secret has made this signature");
}

/** The claims, or null when another key signed. Dates are checked by `readClaims`, so that an expired one is told apart. */
async function openToken(token: string, key: CryptoKey, now: number): Promise<unknown> {
  try {
    const options = {
      algorithms: ["HS256"],
      clockTolerance: LEEWAY_SECONDS,
      currentDate: new Date(now),
    };
    return (await jwtVerify(token, key, options)).payload;
  } catch (error) {
    if (error instanceof errors.JWSSignatureVerificationFailed) return null;
    if (error instanceof errors.JWTExpired) return error.payload;
    throw invalid(error instanceof errors.JOSEError ? error.message : "it cannot be read");
  }
}

function readClaims(payload: unknown, now: number): Omit<VerifiedIdentity, "kid"> {
  const parsed = IdentityClaims.safeParse(payload);
  if (!parsed.success) throw invalid(`the claim ${parsed.error.issues[0]?.path.join(".")} is missing or not valid`);
  const { tenantId, userId, userEmail, userRoles, plan, iat, exp } = parsed.data;
  const nowSeconds = now / 1000;
  if (iat > nowSeconds + LEEWAY_SECONDS) throw invalid("iat lies in the future");
  if (exp - iat > MOST_SECONDS) throw invalid(`it lives longer than ${MOST_SECONDS} s`);
  if (exp <= iat) throw invalid("exp is not after iat");
  if (exp + LEEWAY_SECONDS <= nowSeconds) throw new Failure("token_expired", { reason: "the identity token expired" });
  return {
    tenantId,
    issuedAt: iat,
    identity: { userId, userEmail: userEmail ?? undefined, userRoles: userRoles ?? undefined, plan: plan ?? undefined },
  };
}

/** Whether a key made a token's signature, whatever the token says. */
export async function verifySignature({ token }: TokenLook, key: CryptoKey): Promise<boolean> {
  const [header = "", claims = "", signature = ""] = token.split(".");
  const base64 = signature.replace(/-/g, "+").replace(/_/g, "/");
  // What is no base64 is no signature; HMAC-SHA-256 is 32 bytes, 43 characters.
  if (!/^[\w+/-]{43}$/.test(base64)) return false;
  const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  return crypto.subtle.verify("HMAC", key, bytes, new TextEncoder().encode(`${header}.${claims}`));
}

function invalid(reason: string): Failure {
  return new Failure("token_invalid", { reason });
}
