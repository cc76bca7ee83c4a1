import { Failure } from "@/failures";
import type { Configuration } from "./configuration";
import type { Proof } from "./visitor";

/**
 * Throws `token_invalid` where the tenant has ended what a visitor's token stands on: all sessions, the sessions or the
 * secret of a leak, a retired secret, or one user. Asked at every request, and of open streams as long as they live.
 * Whether the one session was ended is `isLive`'s to say.
 */
export function requireStanding(configuration: Configuration, proof: Proof, now: number): void {
  if (proof.kind === "anonymous") return;
  if (proof.kind === "identity") {
    const secret = configuration.secrets.find(({ kid }) => kid === proof.kid);
    if (!secret || (secret.retiresAt !== null && secret.retiresAt <= now)) throw ended("its secret works no more");
    requireUser(configuration, proof.identity.userId, toMilliseconds(proof.issuedAt));
    return;
  }
  const { session } = proof;
  const issuedAt = toMilliseconds(session.issuedAt);
  if (issuedAt < configuration.sessionsNotBefore) throw ended("all sessions before it were revoked");
  if (!session.identity) return;
  if (issuedAt < configuration.identifiedNotBefore) throw ended("a signing secret had leaked");
  requireUser(configuration, session.identity.userId, issuedAt);
}

function requireUser({ usersNotBefore }: Configuration, userId: string, issuedAt: number): void {
  if (issuedAt < (usersNotBefore.get(userId) ?? 0)) throw ended("the user was revoked");
}

/** What a token says in seconds, without what the division has left behind. */
export function toMilliseconds(seconds: number): number {
  return Math.round(seconds * 1000);
}

function ended(reason: string): Failure {
  return new Failure("token_invalid", { reason });
}
