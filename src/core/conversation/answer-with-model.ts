import { toWholeMs } from "@/core/answer/ask-model";
import { toOwnHosts } from "@/core/answer/own-hosts";
import { toRetrieved } from "@/core/answer/retrieved";
import { searchHits } from "@/core/answer/search-hits";
import { type Usage, writeAnswer } from "@/core/answer/write-answer";
import { asksOutside } from "@/core/answerer/choose-model";
import { identityOf, type Visitor } from "@/core/visitor/visitor";
import type { Asked, Reply } from "./compose-reply";

/** An answer of the passages is pending for longer only when its process is gone, or its database was. */
const LEFT_MS = 10_000;

/** Whether a visitor's question is put to a model, to be answered or to be searched for by its meaning. */
export function isForModel({ configuration, product }: Visitor): boolean {
  return asksOutside(configuration.answerer, product);
}

/** How long an answer of this tenant's may take to be written, milliseconds. */
export function leftAfterMs(visitor: Visitor): number {
  return isForModel(visitor) ? toWholeMs(visitor.product.platformModels.patienceMs) + LEFT_MS : LEFT_MS;
}

/** What the tenant's model answers, held to the evidence; outside of any transaction, because it takes its time. */
export async function answerWithModel(
  visitor: Visitor,
  asked: Pick<Asked, "question" | "citations" | "previous">,
  show: ((text: string) => void) | undefined,
): Promise<{ reply: Reply; usage: Usage | null }> {
  const { configuration, database, product, tenantId } = visitor;
  const { question, citations, previous } = asked;
  const identity = identityOf(visitor);
  const { answerer, origins, look, name: tenantName } = configuration;
  const settings = { ...answerer, linkHosts: toOwnHosts(answerer.linkHosts, origins) };
  const writer = {
    ...{ tenantId, product, settings, tenantName, offersPerson: look.escalation },
    claims: identity && { plan: identity.plan, roles: identity.userRoles },
  };
  const hits = await searchHits({ ...writer, database }, { question, previous });
  const { found, usage } = await writeAnswer(writer, { question, previous, citations }, hits, show);
  return { reply: { ...found, retrieved: toRetrieved(hits) }, usage };
}
