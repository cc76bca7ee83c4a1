// The one module that knows the AI SDK: what a model says, and what texts mean, from whichever provider.
import { createAnthropic } from "@ai-sdk/anthropic";
import { createGoogleGenerativeAI } from "@ai-sdk/google";
import { createOpenAI } from "@ai-sdk/openai";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { APICallError, type EmbeddingModel, embedMany, type LanguageModel, streamText } from "ai";
import type { EmbeddingModels, LanguageModels, ModelService } from "@/core/answerer/language-model";
import { Failure } from "@/failures";
import { FetchRefused } from "./fetch-refused";
import type { GuardedFetchOptions } from "./guarded-fetch";
import { openGuardedModelFetch, platformModelFetch, TooLarge } from "./model-fetch";

const PASSING = new Set([408, 409, 425, 429, 500, 502, 503, 504, 529]);

/** Every provider behind one interface. Nothing is kept between requests: a key lives as long as its request. */
export function openLanguageModels(options: GuardedFetchOptions): LanguageModels & EmbeddingModels {
  // What a model cannot do with a setting is no news for a server's log.
  (globalThis as { AI_SDK_LOG_WARNINGS?: boolean }).AI_SDK_LOG_WARNINGS = false;
  const guarded = openGuardedModelFetch(options);
  const fetchFor = ({ isGuarded }: ModelService) => (isGuarded ? guarded : platformModelFetch);

  return {
    async *stream(service, { system, messages, mostTokens, signal }) {
      try {
        const { fullStream } = streamText({
          model: toLanguageModel(service, fetchFor(service)),
          system,
          messages,
          maxOutputTokens: mostTokens,
          maxRetries: 0,
          abortSignal: signal,
          providerOptions: { openai: { store: false } },
          onError: () => {},
        });
        for await (const part of fullStream) {
          if (part.type === "text-delta") yield { text: part.text };
          else if (part.type === "error") throw part.error;
          else if (part.type === "abort") throw new DOMException("aborted", "AbortError");
          else if (part.type === "finish") {
            // A stream that ends without saying why has broken off, and what it counted is not all of it.
            if (part.finishReason === "error" || (part.finishReason === "other" && part.rawFinishReason === undefined))
              throw trouble("The provider's answer broke off.", true);
            const { inputTokens = null, outputTokens = null } = part.totalUsage;
            yield { usage: { inputTokens, outputTokens } };
          }
        }
      } catch (error) {
        throw toTrouble(error, signal);
      }
    },
    async embed(service, texts, signal) {
      try {
        const model = toEmbeddingModel(service, fetchFor(service));
        const asked = { model, values: texts, maxRetries: 0, maxParallelCalls: 2, abortSignal: signal };
        const { embeddings, usage } = await embedMany(asked);
        const vectors = embeddings.map(toDirection);
        const isWhole = vectors.length === texts.length && vectors.every((one) => one.length === vectors[0]?.length);
        if (!isWhole) throw new Error("a text without a vector, or with one of another length");
        return { vectors, tokens: usage.tokens > 0 ? usage.tokens : null };
      } catch (error) {
        throw toTrouble(error, signal);
      }
    },
  };
}

/** As many numbers as pgvector compares. */
const MOST_DIMENSIONS = 16_000;

/** A vector of length 1: what it means lies in its direction, and numbers between -1 and 1 can be stored. */
function toDirection(vector: number[]): number[] {
  const length = Math.hypot(...vector);
  if (vector.length > MOST_DIMENSIONS || !Number.isFinite(length) || length === 0)
    throw new Error("a vector that has no direction");
  return vector.map((value) => value / length);
}

type Fetch = typeof globalThis.fetch;

// The SDK would look for a key in the environment, which belongs to somebody else, where none is given.
const settings = ({ apiKey, baseUrl }: ModelService, fetch: Fetch) => ({
  apiKey: apiKey ?? "none",
  fetch,
  ...(baseUrl ? { baseURL: baseUrl } : {}),
});

const ADDRESSES = {
  openai: "https://api.openai.com/v1",
  anthropic: "https://api.anthropic.com/v1",
  google: "https://generativelanguage.googleapis.com/v1beta",
} as const;

function toLanguageModel(service: ModelService, fetch: Fetch): LanguageModel {
  const { provider, model } = service;
  if (provider === "openai-compatible") return compatible(service, fetch)(model);
  const given = { ...settings(service, fetch), baseURL: service.baseUrl ?? ADDRESSES[provider] };
  if (provider === "anthropic") return createAnthropic(given)(model);
  return provider === "google" ? createGoogleGenerativeAI(given)(model) : createOpenAI(given)(model);
}

function toEmbeddingModel(service: ModelService, fetch: Fetch): EmbeddingModel {
  const { provider, model } = service;
  if (provider === "openai-compatible") return compatible(service, fetch).embeddingModel(model);
  if (provider === "anthropic") throw new Failure("answer_unavailable", { detail: "Anthropic has no embeddings." });
  const given = { ...settings(service, fetch), baseURL: service.baseUrl ?? ADDRESSES[provider] };
  return provider === "google"
    ? createGoogleGenerativeAI(given).embeddingModel(model)
    : createOpenAI(given).embeddingModel(model);
}

function compatible(service: ModelService, fetch: Fetch) {
  if (!service.baseUrl) throw new Failure("answer_unavailable", { detail: "This provider needs a base address." });
  const { apiKey, baseUrl: baseURL } = service;
  return createOpenAICompatible({
    name: "compatible",
    baseURL,
    fetch,
    includeUsage: true,
    ...(apiKey ? { apiKey } : {}),
  });
}

/** Says what is wrong in words of our own: a provider's may repeat what it was sent, the key among it. */
function toTrouble(error: unknown, signal: AbortSignal): Failure {
  if (error instanceof Failure) return error;
  if (signal.aborted) return trouble("The model took too long to answer.", true);
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof FetchRefused) return trouble(cause.message, cause.passing);
    if (APICallError.isInstance(cause) && cause.statusCode !== undefined && cause.statusCode !== 200)
      return ofStatus(cause.statusCode);
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === "ENOTFOUND") return trouble("There is no such host.", false);
    if (code?.startsWith("E") || code?.startsWith("UND_ERR"))
      return trouble(`The provider cannot be reached (${code}).`, true);
  }
  // What came within a stream may name its kind only.
  const said = JSON.stringify(error) ?? "";
  if (/overloaded|rate_limit|server_error|internal_error|unavailable/i.test(said))
    return trouble("The provider is overloaded.", true);
  // Malformed once may be whole the next time; an answer without end would be as long again.
  return trouble("The provider's answer could not be read.", !isTooLarge(error));
}

function isTooLarge(error: unknown): boolean {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause)
    if (cause instanceof TooLarge) return true;
  return false;
}

function ofStatus(status: number): Failure {
  const known: Record<number, string> = {
    400: "The provider does not accept the request: check the model's name.",
    401: "The provider refuses the key.",
    403: "The provider refuses the key, or the model is not open to it.",
    404: "The provider knows no such model, or the address is not right.",
    429: "The provider's limit is reached.",
  };
  return trouble(`${known[status] ?? "The provider answers with an error."} (${status})`, PASSING.has(status));
}

function trouble(detail: string, isPassing: boolean): Failure {
  return new Failure("answer_unavailable", { detail, reason: detail, ...(isPassing ? { retryAfterSeconds: 1 } : {}) });
}
