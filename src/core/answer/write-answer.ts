// An answer in a model's words, held to the evidence; whatever goes wrong, the visitor gets the sentences themselves.
import { asksModel, toCost } from "@/core/answerer/choose-model";
import type { AnswererSettings } from "@/core/answerer/settings";
import { sha256Hex } from "@/core/id/id";
import type { Product } from "@/core/product";
import type { UsageRow } from "@/store/answer-usage-rows";
import type { PassageHit } from "@/store/search-passages";
import { askModel } from "./ask-model";
import { buildPrompt, type PromptParts } from "./build-prompt";
import { type ExtractOptions, extractAnswer, type FoundAnswer, toNoAnswer } from "./extract-answer";
import { withoutCitations, withoutHidden } from "./find-answer";
import { keepAllowedLinks, toHosts } from "./link-gate";
import { toTopicLines } from "./topic-lines";

export interface Writer extends Pick<PromptParts, "tenantName" | "claims"> {
  tenantId: string;
  settings: AnswererSettings;
  product: Product;
  /** Whether visitors may ask for a person. */
  offersPerson?: boolean;
}

export interface ToAnswer extends Pick<PromptParts, "question" | "previous"> {
  citations: boolean;
}

export type Usage = Omit<UsageRow, "messageId" | "conversationId" | "now">;

/**
 * Answers from `hits` as the tenant's model puts it. `show` hears what may be shown as it is said; the answer that is
 * returned is the whole and final one and may differ. Never throws for a provider's sake. Usage is null where no model
 * was asked.
 */
export async function writeAnswer(
  writer: Writer,
  asked: ToAnswer,
  hits: PassageHit[],
  show: (text: string) => void = () => {},
): Promise<{ found: FoundAnswer; usage: Usage | null }> {
  const { question, previous, citations } = asked;
  const { product, settings, tenantId } = writer;
  const share = Math.max(0, ...hits.map((hit) => hit.share));
  const lines = toTopicLines(hits);
  const toNearest = (of: PassageHit[]) =>
    toNoAnswer(share >= lines.near ? of.filter(({ hidden }) => !hidden) : [], toOptions(writer, asked), question);
  if (share < lines.nothing) return { found: toNearest(hits), usage: null };
  if (!asksModel(settings, product)) {
    const quote = (of: PassageHit[]) => extractAnswer(question, of, toOptions(writer, asked));
    const quoted = withoutHidden(quote(hits), hits, quote);
    return { found: citations ? quoted : withoutCitations(quoted), usage: null };
  }
  const began = performance.now();
  const prompt = buildPrompt({ ...writer, ...settings, question, previous, hits });
  const call = await askModel(writer, asked, hits, prompt, show);
  const { trouble, said, service } = call;
  if (trouble) product.log.warn({ tenantId, provider: service?.provider, trouble }, "the model did not answer");
  const isRefused = !trouble && said.refused;
  const answer = trouble ? null : said.answer;
  const spoken = answer ?? (isRefused ? toNearest(hits) : quoteInstead(writer, asked, hits));
  const found = withoutHidden(spoken, hits, (shown) =>
    answer ? spoken : isRefused ? toNearest(shown) : quoteInstead(writer, asked, shown),
  );
  if (!service) return { found: citations ? found : withoutCitations(found), usage: null };
  const price = settings.provider === "platform" ? product.platformModels : settings;
  const usage: Usage = {
    provider: service.provider,
    model: service.model,
    promptHash: await sha256Hex(
      JSON.stringify([prompt.system.replaceAll(prompt.fence, ""), hits.map(({ passageId }) => passageId)]),
    ),
    ...call.usage,
    costUsd: toCost(call.usage, price),
    firstTokenMs: call.firstTokenMs,
    latencyMs: Math.round(performance.now() - began),
    attempts: call.attempts,
    outcome: answer ? "answered" : isRefused ? "refused" : "quoted",
    trouble,
    estimated: call.estimated,
  };
  return { found: answer || citations ? found : withoutCitations(found), usage };
}

const toOptions = ({ settings, offersPerson }: Writer, { previous }: ToAnswer): ExtractOptions => ({
  previousQuestion: previous?.question,
  linkHosts: settings.linkHosts,
  offersPerson,
});

/** The sentences that answer; links as strictly as in a model's words. */
function quoteInstead(writer: Writer, asked: ToAnswer, hits: PassageHit[]): FoundAnswer {
  const { linkHosts } = writer.settings;
  const found = extractAnswer(asked.question, hits, toOptions(writer, asked));
  if (!found.grounded) return found;
  const hosts = new Set([...linkHosts, ...toHosts(found.citations.map(({ url }) => url))]);
  return { ...found, content: keepAllowedLinks(found.content, { hosts }) };
}
