import { z } from "zod";
import { limitRules } from "@/core/limit/rules";
import type { Visitor } from "@/core/visitor/visitor";
import { spendChallenge } from "@/store/challenge-rows";
import { checkSolution, putChallenge } from "./challenge";
import { ChallengeRequired } from "./challenge-required";

export const ProofOfWorkInput = z.object({ challenge: z.string().max(200), solution: z.string().min(1).max(64) });
export type ProofOfWorkInput = z.infer<typeof ProofOfWorkInput>;

/** Sessions, or messages without one, of an address within a minute before the next is suspicious: an office, no script. */
const SUSPICIOUS = 20;
/** A tenth of a second for a page; each doubling of the address's rate past `DOUBLES_AT` a minute doubles it. */
const EASIEST = 16;
const HARDEST = 22;
const DOUBLES_AT = 15;

/**
 * Lets a visitor pass whom the tenant's rule asks for nothing, or who has solved a challenge that was put to them, has not
 * expired and was not used before. Else `challenge_required` with a new one. Whoever shows a token has paid already. Asked
 * where something begins: a session, or a conversation without one.
 */
export async function requireProof(visitor: Visitor, proof: ProofOfWorkInput | undefined): Promise<void> {
  const { configuration, product, tenantId, origin, address } = visitor;
  const rate = recentRequests(visitor);
  if (!isAsked(configuration.proofOfWork, rate) || visitor.proof.kind !== "anonymous") return;
  const to = { tenantId, origin, address };
  const refuse = async (reason: string) =>
    new ChallengeRequired(await putChallenge(product, to, difficultyAt(rate)), reason);
  if (!proof) throw await refuse("no proof of work was sent");
  const checked = await checkSolution(product, to, proof);
  if (typeof checked === "string") throw await refuse(checked);
  const now = new Date(product.now());
  const fresh = await visitor.database.sql((sql) =>
    spendChallenge(sql, tenantId, { id: checked.id, expiresAt: new Date(checked.expiresAt), now }),
  );
  if (!fresh) throw await refuse("used before");
}

function isAsked(rule: Visitor["configuration"]["proofOfWork"], rate: number): boolean {
  return rule === "always" || (rule === "suspicious" && rate > SUSPICIOUS);
}

/** Bits that a challenge asks for at `rate` requests a minute. */
export function difficultyAt(rate: number): number {
  return Math.min(HARDEST, EASIEST + Math.max(0, Math.floor(Math.log2(rate / DOUBLES_AT))));
}

/** What was counted of the visitor's address within the last minute, this request included. */
function recentRequests({ verdicts }: Visitor): number {
  const counted: string[] = [limitRules.session.name, limitRules.message.name];
  const verdict = verdicts.find(({ rule }) => counted.includes(rule.name));
  return verdict ? verdict.rule.limit - verdict.remaining : 1;
}
