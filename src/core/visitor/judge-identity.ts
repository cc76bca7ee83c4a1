import type { Member } from "@/core/member/member";
import { Failure, type FailureCode, fieldFailure } from "@/failures";
import { type Configuration, configurations } from "./configuration";
import { verifyIdentityToken } from "./identity-token";
import { requireStanding } from "./require-standing";
import { lookAtToken, type TokenLook } from "./token-look";
import type { Identity } from "./visitor";

type Judgement =
  | { refusedWith: null; reason: ""; identity: Identity }
  | { refusedWith: FailureCode; reason: string; identity: null };

/** The gate's own word on an identity token; `now` in milliseconds. */
export async function judgeIdentity(configuration: Configuration, look: TokenLook, now: number): Promise<Judgement> {
  try {
    const { tenantId, ...verified } = await verifyIdentityToken(look, configuration.secrets, now);
    if (tenantId !== configuration.tenantId) throw new Failure("tenant_mismatch", { reason: `it names ${tenantId}` });
    requireStanding(configuration, { kind: "identity", ...verified }, now);
    return { refusedWith: null, reason: "", identity: verified.identity };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { refusedWith: error.code, reason: error.reason ?? error.detail, identity: null };
  }
}

/**
 * Whom a pasted identity token names. One that the gate would refuse now is `input_invalid` beside the field `token`, with
 * the gate's reason. The token is neither stored nor logged.
 */
export async function readPastedIdentity({ product, tenantId }: Member, token: string): Promise<Identity> {
  const configuration = await configurations(product).find(tenantId);
  if (!configuration) throw new Failure("not_found");
  const look = lookAtToken(token);
  if ("reason" in look) throw refused(look.reason);
  if (look.class === "session") throw refused("it is a session token of ours; paste the one that your server signs");
  const { identity, reason } = await judgeIdentity(configuration, look, product.now());
  if (!identity) throw refused(reason);
  return identity;
}

function refused(reason: string): Failure {
  return fieldFailure("token", `The gate would refuse this token: ${reason}.`);
}
