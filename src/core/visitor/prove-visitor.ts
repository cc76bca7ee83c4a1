import { observations } from "@/core/observation/observation";
import type { Product } from "@/core/product";
import { isLive } from "@/core/session/session-liveness";
import { RENEWAL_SECONDS, verifySessionToken } from "@/core/session/session-token";
import { Failure } from "@/failures";
import { type Configuration, configurations } from "./configuration";
import { verifyIdentityToken } from "./identity-token";
import type { TokenLook } from "./token-look";
import type { Proof } from "./visitor";

/** `renewable`: a session token that expired up to a day ago will do. `ignored`: the route is for everybody. */
export type TokenPolicy = "live" | "renewable" | "ignored";

/** What the token proves about who this is. The classes never mix: each is verified by its own keys only. */
export async function proveVisitor(
  product: Product,
  configuration: Configuration,
  look: TokenLook | { reason: string } | null,
  origin: string,
  policy: TokenPolicy,
): Promise<Proof> {
  if (look === null || policy === "ignored") return { kind: "anonymous" };
  if (!("class" in look)) throw new Failure("token_invalid", { reason: look.reason });
  return look.class === "session"
    ? proveSession(product, configuration, look, origin, policy === "renewable" ? RENEWAL_SECONDS : 0)
    : proveIdentity(product, configuration, look);
}

async function proveSession(
  product: Product,
  configuration: Configuration,
  look: TokenLook,
  origin: string,
  graceSeconds: number,
): Promise<Proof> {
  const session = await verifySessionToken(product, look, graceSeconds);
  if (session.tenantId !== configuration.tenantId)
    throw new Failure("tenant_mismatch", { reason: "a session of another tenant" });
  if (session.origin !== origin)
    throw new Failure("origin_mismatch", { reason: `a session that began at ${session.origin}` });
  if (session.issuedAt * 1000 < configuration.sessionsNotBefore) throw ended("all sessions before it were revoked");
  if (session.identity) requireUser(configuration, session.identity.userId, session.issuedAt);
  if (!(await isLive(product, session.tenantId, session.sessionId))) throw ended("the session was revoked");
  return { kind: "session", session };
}

async function proveIdentity(product: Product, configuration: Configuration, look: TokenLook): Promise<Proof> {
  const { tenantId, secrets } = configuration;
  try {
    const verified = await verifyIdentityToken(look, secrets, product.now());
    observations(product).sawSecret(tenantId, verified.kid);
    if (verified.tenantId !== tenantId) throw mismatch(verified.tenantId);
    requireUser(configuration, verified.identity.userId, verified.issuedAt);
    return { kind: "identity", identity: verified.identity };
  } catch (error) {
    if (await isOfAnotherTenant(product, configuration, look, error)) throw mismatch(String(look.tenantId));
    throw error;
  }
}

/** Whether a token that this tenant's secrets refuse is a good one of the tenant it names. */
async function isOfAnotherTenant(product: Product, own: Configuration, look: TokenLook, error: unknown) {
  const forged = error instanceof Failure && error.code === "token_invalid";
  if (!forged || look.tenantId === null || look.tenantId === own.tenantId) return false;
  const other = await configurations(product).find(look.tenantId);
  if (!other) return false;
  return verifyIdentityToken(look, other.secrets, product.now()).then(
    ({ tenantId }) => tenantId === other.tenantId,
    () => false,
  );
}

/** Throws `token_invalid` for what was issued to a user before they were revoked; `issuedAt` in seconds. */
function requireUser({ usersNotBefore }: Configuration, userId: string, issuedAt: number): void {
  if (issuedAt * 1000 < (usersNotBefore.get(userId) ?? 0)) throw ended("the user was revoked");
}

function ended(reason: string): Failure {
  return new Failure("token_invalid", { reason });
}

function mismatch(named: string): Failure {
  return new Failure("tenant_mismatch", { reason: `the token names the tenant ${named.slice(0, 60)}` });
}
