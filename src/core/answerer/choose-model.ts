// Which model answers for a tenant, from its settings and the installation's.
import type { Product } from "@/core/product";
import { Failure } from "@/failures";
import type { ModelService } from "./language-model";
import { type AnswererSettings, answererPlace } from "./settings";

/** The installation's own models, by environment. */
export interface PlatformModels {
  answers: ModelService | null;
  embeddings: ModelService | null;
  /** US dollars per 1 000 000 tokens of `answers`. */
  inputPrice: number | null;
  outputPrice: number | null;
  /** How long any model may be silent before its first word and between two, milliseconds; for all of it thrice as long. */
  patienceMs: number;
}

type From = { tenantId: string; product: Pick<Product, "vault" | "platformModels"> };

/** Whether a model is asked at all: without opening anything. */
export function asksModel(settings: AnswererSettings, product: Pick<Product, "platformModels">): boolean {
  if (settings.searchOnly || settings.provider === "search") return false;
  if (settings.provider === "platform") return product.platformModels.answers !== null;
  return settings.model !== "";
}

/** The model that answers, null for none. Throws `answer_unavailable` where its key cannot be opened. */
export function chooseModel({ tenantId, product }: From, settings: AnswererSettings): ModelService | null {
  const { provider, model, baseUrl, sealedKey } = settings;
  if (provider === "search") return null;
  if (provider === "platform") return product.platformModels.answers;
  if (model === "") return null;
  const apiKey = openKey(product, sealedKey, answererPlace(tenantId, "sealedKey"));
  return { provider, model, baseUrl, apiKey, isGuarded: true };
}

/** The model that embeds, null for none. A key of the same provider at the same address is used for both. */
export function chooseEmbedding({ tenantId, product }: From, settings: AnswererSettings): ModelService | null {
  const { embeddingProvider: provider, embeddingModel: model, embeddingBaseUrl: baseUrl } = settings;
  if (provider === "none") return null;
  if (provider === "platform") return product.platformModels.embeddings;
  if (model === "") return null;
  const isSame = provider === settings.provider && baseUrl === settings.baseUrl;
  const key = settings.embeddingSealedKey === null && isSame ? "sealedKey" : "embeddingSealedKey";
  return {
    provider,
    model,
    baseUrl,
    apiKey: openKey(product, settings[key], answererPlace(tenantId, key)),
    isGuarded: true,
  };
}

/** By which a vector is known: vectors of different models cannot be compared. */
export function toEmbeddingName({
  provider,
  baseUrl,
  model,
}: Pick<ModelService, "provider" | "baseUrl" | "model">): string {
  return [provider, ...(baseUrl ? [baseUrl] : []), model].join(" ");
}

/** The name of the model that embeds, null for none: without opening its key. */
export function findEmbeddingName(settings: AnswererSettings, product: Pick<Product, "platformModels">): string | null {
  const { embeddingProvider: provider, embeddingModel: model, embeddingBaseUrl: baseUrl } = settings;
  if (provider === "none") return null;
  const { embeddings } = product.platformModels;
  if (provider === "platform") return embeddings && toEmbeddingName(embeddings);
  return model === "" ? null : toEmbeddingName({ provider, baseUrl, model });
}

/** Whether somebody outside is asked for an answer: a model, or what the question means. */
export function asksOutside(settings: AnswererSettings, product: Pick<Product, "platformModels">): boolean {
  const { embeddingProvider } = settings;
  const embeds =
    embeddingProvider === "platform" ? product.platformModels.embeddings !== null : embeddingProvider !== "none";
  return embeds || asksModel(settings, product);
}

function openKey({ vault }: Pick<Product, "vault">, sealed: string | null, place: string): string | null {
  try {
    return sealed === null ? null : vault.open(sealed, place);
  } catch {
    throw new Failure("answer_unavailable", {
      detail: "The key cannot be opened: enter it again.",
      reason: "a sealed key",
    });
  }
}

/** US dollars for an answer; null where a price or a count is not known. */
export function toCost(
  usage: { inputTokens: number | null; outputTokens: number | null },
  price: { inputPrice: number | null; outputPrice: number | null },
): number | null {
  if (usage.inputTokens === null || usage.outputTokens === null) return null;
  if (price.inputPrice === null || price.outputPrice === null) return null;
  return (usage.inputTokens * price.inputPrice + usage.outputTokens * price.outputPrice) / 1_000_000;
}
