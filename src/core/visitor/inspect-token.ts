import { z } from "zod";
import { type Member, requireRole } from "@/core/member/member";
import { secretPlace, toSecretState } from "@/core/signing-secret/signing-secret";
import { Failure, type FailureCode } from "@/failures";
import { configurations, type VerifyingSecret } from "./configuration";
import { importHmacKey } from "./hmac-key";
import { verifySignature } from "./identity-token";
import { judgeIdentity } from "./judge-identity";
import { checkClaims, checkHeader, checkTimes, type TokenCheck } from "./token-checks";
import { lookAtToken, readPayload, type TokenLook } from "./token-look";

export const InspectToken = z.object({ token: z.string().trim().max(20_000, "This is too long for a token.") });
export type InspectToken = z.infer<typeof InspectToken>;

export interface TokenInspection {
  /** The code it would be refused with now; null for a token that passes. */
  refusedWith: FailureCode | null;
  /** The exact reason, as the Refusals page would have it. */
  reason: string;
  checks: TokenCheck[];
}

/**
 * What the gate would say to an identity token now, claim by claim. The token is neither stored nor logged. Admins and
 * owners.
 */
export async function inspectToken(member: Member, { token }: InspectToken): Promise<TokenInspection> {
  requireRole(member, "admin");
  const { product, tenantId } = member;
  const configuration = await configurations(product).find(tenantId);
  if (!configuration) throw new Failure("not_found");
  const look = lookAtToken(token);
  if ("reason" in look) return refused("token_invalid", look.reason);
  if (look.class === "session")
    return refused("token_invalid", "a session token of ours; paste the one that your server signs");
  const now = product.now();
  const claims = readPayload(look) ?? {};
  const live = configuration.secrets.filter(({ retiresAt }) => retiresAt === null || retiresAt > now);
  const checks = [
    ...checkHeader(
      look,
      live.map(({ kid }) => kid),
    ),
    await checkSignature(member, look, live),
    ...checkClaims(claims, tenantId),
    ...checkTimes(claims, now),
  ];
  const { refusedWith, reason } = await judgeIdentity(configuration, look, now);
  return { refusedWith, reason, checks };
}

async function checkSignature(member: Member, look: TokenLook, live: VerifyingSecret[]): Promise<TokenCheck> {
  const check = (ok: boolean, value: string | null, words: string): TokenCheck => ({
    ...{ part: "signature", name: "", value, ok, words },
  });
  // A header that is refused anyway says nothing about keys.
  if (look.header.alg !== "HS256") return check(false, null, "Not looked at: the algorithm is refused first.");
  const named = look.header.kid;
  for (const { kid, key } of live) {
    if (!(await verifySignature(look, key))) continue;
    const ok = named === undefined || named === kid;
    return check(ok, kid, ok ? `Made with your secret ${kid}.` : `Made with ${kid}, though kid names another.`);
  }
  const ended = await findEnded(member, look);
  if (ended)
    return check(false, ended.kid, `Made with ${ended.kid}, which is ${ended.state}: sign with the current one.`);
  return check(
    false,
    null,
    "None of your secrets made it: compare the last four characters of the one your server holds.",
  );
}

/** The secret that made it and works no more. */
async function findEnded({ database, product, tenantId }: Member, look: TokenLook) {
  const rows = await database.transaction((tx) =>
    tx.signingSecret.findMany({ orderBy: { createdAt: "desc" }, take: 50 }),
  );
  for (const row of rows) {
    const key = await open(row).catch(() => null);
    if (key && (await verifySignature(look, key))) return { kid: row.kid, state: toSecretState(row, product.now()) };
  }
  return null;

  async function open({ kid, sealed }: { kid: string; sealed: string }) {
    return importHmacKey(product.vault.open(sealed, secretPlace(tenantId, kid)));
  }
}

function refused(refusedWith: FailureCode, reason: string): TokenInspection {
  return { refusedWith, reason, checks: [] };
}
