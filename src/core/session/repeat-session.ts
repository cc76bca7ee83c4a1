// A nonce stands for one session: whoever asks again with it, because the answer was lost, gets that one again.
import { derivedBase62 } from "@/core/id/id";
import { identityOf, type SessionClaims, type Visitor } from "@/core/visitor/visitor";
import { findLiveSession } from "@/store/session-rows";
import { toSessionAnswer } from "./begin-session";
import { signSessionToken } from "./session-token";

/** What is shorter could be guessed by others at the same address. */
const LEAST_CHARACTERS = 16;

/** The ids that a nonce stands for, from this visitor; null where there is none, or one that could be guessed. */
export async function toNonceIds({ tenantId, origin, address, ...visitor }: Visitor, nonce: string | undefined) {
  if (nonce === undefined || nonce.length < LEAST_CHARACTERS) return null;
  const { proof } = visitor;
  const who =
    proof.kind === "session"
      ? ["session", proof.session.sessionId]
      : proof.kind === "identity"
        ? ["user", proof.identity.userId]
        : ["address", address];
  const words = await derivedBase62(["session", JSON.stringify([tenantId, origin, who, nonce])]);
  return { sessionId: `ses_${words.slice(0, 22)}`, visitorId: `vis_${words.slice(22)}` };
}

/** The session that was begun under this id, with a token of the same claims; null where it is none, or has ended. */
export async function repeatSession(visitor: Visitor, sessionId: string) {
  const { database, origin, product, proof, tenantId } = visitor;
  const now = product.now();
  const row = await database.sql((sql) => findLiveSession(sql, sessionId, new Date(now)));
  if (!row) return null;
  const identity = identityOf(visitor);
  const exchanged = Math.floor(row.created_at.getTime() / 1000);
  const identifiedAt = proof.kind === "session" ? proof.session.identifiedAt : identity && exchanged;
  const claims: Omit<SessionClaims, "issuedAt"> = {
    ...{ tenantId, sessionId, visitorId: row.visitor_id, origin, identity, identifiedAt },
  };
  const expiresAt = row.expires_at.getTime();
  const token = await signSessionToken(product, claims, expiresAt);
  return toSessionAnswer(token, sessionId, expiresAt, Math.ceil((expiresAt - now) / 1000));
}
