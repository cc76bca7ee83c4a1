import { observations } from "@/core/observation/observation";
import type { Product } from "@/core/product";
import { isLive } from "@/core/session/session-liveness";
import { RENEWAL_SECONDS, verifySessionToken } from "@/core/session/session-token";
import { Failure } from "@/failures";
import { type Configuration, configurations } from "./configuration";
import { verifyIdentityToken } from "./identity-token";
import { requireStanding } from "./require-standing";
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
  const proof: Proof = { kind: "session", session };
  requireStanding(configuration, proof, product.now());
  if (!(await isLive(product, session.tenantId, session.sessionId)))
    throw new Failure("token_invalid", { reason: "the session was revoked" });
  return proof;
}

async function proveIdentity(product: Product, configuration: Configuration, look: TokenLook): Promise<Proof> {
  const { tenantId } = configuration;
  try {
    const [verified, known] = await verifyIdentityToken(look, configuration.secrets, product.now()).then(
      (verified) => [verified, configuration] as const,
      (error: unknown) => verifyAnew(product, tenantId, look, error),
    );
    observations(product).used(tenantId, "signing-secret", verified.kid);
    if (verified.tenantId !== tenantId) throw mismatch(verified.tenantId);
    const { identity, kid, issuedAt } = verified;
    const proof: Proof = { kind: "identity", identity, kid, issuedAt };
    requireStanding(known, proof, product.now());
    return proof;
  } catch (error) {
    if (await isOfAnotherTenant(product, configuration, look, error)) throw mismatch(String(look.tenantId));
    throw error;
  }
}

/** A secret that was made a moment ago may not have been heard of here: its tokens are good from the first one on. */
async function verifyAnew(product: Product, tenantId: string, look: TokenLook, error: unknown) {
  const unknown = error instanceof Failure && error.code === "token_invalid";
  const fresh = unknown ? await configurations(product).reload(tenantId) : null;
  if (!fresh) throw error;
  return [await verifyIdentityToken(look, fresh.secrets, product.now()), fresh] as const;
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

function mismatch(named: string): Failure {
  return new Failure("tenant_mismatch", { reason: `the token names the tenant ${named.slice(0, 60)}` });
}
