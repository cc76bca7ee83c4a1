// Session tokens: ours, HS256 under the platform's keys, bound to tenant, origin and session.
import { errors, jwtVerify, SignJWT } from "jose";
import { z } from "zod";
import type { Product } from "@/core/product";
import { SESSION_TYP, type TokenLook } from "@/core/visitor/token-look";
import type { SessionClaims } from "@/core/visitor/visitor";
import { Failure } from "@/failures";
import { findSessionKey, getSessionKeys } from "./session-key";

export const SESSION_SECONDS = 3600;
/** How long after it expired a token still renews its session. */
export const RENEWAL_SECONDS = 24 * 3600;
const AUDIENCE = "widget";

const Claims = z.object({
  tenantId: z.string(),
  sid: z.string(),
  sub: z.string(),
  origin: z.string(),
  identity: z
    .object({
      userId: z.string(),
      userEmail: z.string().optional(),
      userRoles: z.array(z.string()).optional(),
      plan: z.string().optional(),
    })
    .nullable(),
  identifiedAt: z.number().nullable(),
  iat: z.number(),
});

/** `expiresAt` in milliseconds. */
export async function signSessionToken(
  product: Product,
  session: Omit<SessionClaims, "issuedAt">,
  expiresAt: number,
): Promise<string> {
  const { kid, key } = (await getSessionKeys(product)).current;
  const { tenantId, origin, identity, identifiedAt, sessionId, visitorId } = session;
  const exp = Math.floor(expiresAt / 1000);
  return (
    new SignJWT({ tenantId, origin, identity, identifiedAt, sid: sessionId, sub: visitorId })
      .setProtectedHeader({ alg: "HS256", typ: SESSION_TYP, kid })
      .setAudience(AUDIENCE)
      // To the millisecond: what was issued in the same second as an ending is told apart.
      .setIssuedAt(expiresAt / 1000 - SESSION_SECONDS)
      .setExpirationTime(exp)
      .sign(key)
  );
}

/**
 * Verifies a session token; `expired` ones up to `graceSeconds` ago pass where a session is renewed.
 * `token_expired` past that, `token_invalid` for every other fault. Says nothing about revocation or origin.
 */
export async function verifySessionToken(
  product: Product,
  look: TokenLook,
  graceSeconds: number,
): Promise<SessionClaims> {
  const { alg, kid } = look.header;
  const key = alg === "HS256" && typeof kid === "string" ? await findSessionKey(product, kid) : null;
  if (!key) throw new Failure("token_invalid", { reason: "no session key has this kid" });
  try {
    const { payload } = await jwtVerify(look.token, key, {
      algorithms: ["HS256"],
      typ: SESSION_TYP,
      audience: AUDIENCE,
      clockTolerance: graceSeconds,
      currentDate: new Date(product.now()),
      requiredClaims: ["exp", "iat"],
    });
    const { sid, sub, iat, ...claims } = Claims.parse(payload);
    return { ...claims, sessionId: sid, visitorId: sub, issuedAt: iat };
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw new Failure("token_expired", { reason: "the session expired" });
    if (error instanceof errors.JOSEError || error instanceof z.ZodError)
      throw new Failure("token_invalid", { reason: `session token: ${error.message.slice(0, 200)}` });
    throw error;
  }
}
