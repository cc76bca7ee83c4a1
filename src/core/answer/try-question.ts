import { z } from "zod";
import type { Member } from "@/core/member/member";
import { readPastedIdentity } from "@/core/visitor/judge-identity";
import { Failure } from "@/failures";
import type { PassageHit } from "@/store/search-passages";
import { answerForTeam } from "./answer-for-team";

export const TryQuestion = z.object({
  question: z.string().trim().min(1, "Ask something.").max(8000, "Use at most 8000 characters."),
  /** An identity token to ask as whom it names; without one an anonymous visitor asks. */
  token: z.string().trim().max(20_000, "This is too long for a token.").optional(),
});
export type TryQuestion = z.infer<typeof TryQuestion>;

/** Of questions that a model is asked: they cost the tenant money and count nowhere else. */
const perTenant = { name: "try-question", limit: 60, windowSeconds: 600 };

/**
 * What a visitor would be answered, with the passages that were found, best first, and the milliseconds it took. Nothing
 * is stored, the token neither. A token that the gate would refuse is a failure beside `token`.
 */
export async function tryQuestion(member: Member, { question, token }: TryQuestion) {
  const { product, tenantId } = member;
  const identity = token ? await readPastedIdentity(member, token) : null;
  const claims = identity && { plan: identity.plan, roles: identity.userRoles };
  const answer = await answerForTeam(member, { question, claims }, async () => {
    const verdict = await product.limiter.take(perTenant, tenantId);
    if (!verdict.allowed) throw new Failure("rate_limited", { retryAfterSeconds: verdict.resetSeconds });
  });
  const { found, usage, hits, ...times } = answer;
  return {
    ...found,
    /** Who was answered; null for an anonymous visitor. */
    identity,
    /** The model whose words they are; null where the sentences are the sources' own. */
    model: usage?.outcome === "answered" ? usage.model : null,
    ...times,
    passages: hits.map(toShown),
  };
}

function toShown({ passageId: id, sourceId, title, headings, text, score, share }: PassageHit) {
  return { id, sourceId, title, headings, text, score, share };
}
