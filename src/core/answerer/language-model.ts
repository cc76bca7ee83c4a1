// What core needs of language models; src/provider/language-model.ts is the one module that knows how to reach them.

export const providers = ["openai", "anthropic", "google", "openai-compatible"] as const;
export type Provider = (typeof providers)[number];

/** Where a model answers. */
export interface ModelService {
  provider: Provider;
  model: string;
  apiKey: string | null;
  /** Null for the provider's own address. */
  baseUrl: string | null;
  /** A tenant named it: only public addresses are asked. */
  isGuarded: boolean;
}

export interface ModelRequest {
  system: string;
  messages: { role: "user" | "assistant"; content: string }[];
  mostTokens: number;
  signal: AbortSignal;
}

/** Tokens as the provider counted them; null where it does not say. */
export interface ModelUsage {
  inputTokens: number | null;
  outputTokens: number | null;
}

export type ModelPart = { text: string } | { usage: ModelUsage };

export interface LanguageModels {
  /** Streams what a model says. Throws `answer_unavailable`: why stands in its detail, whether it may pass in retryAfterSeconds. */
  stream(service: ModelService, request: ModelRequest): AsyncIterable<ModelPart>;
}

export interface Embedded {
  vectors: number[][];
  /** As the provider counted them; null where it does not say. */
  tokens: number | null;
}

export interface EmbeddingModels {
  /** One vector of length 1 for each text, in order, all of the same dimensions. Throws as `stream` does. */
  embed(service: ModelService, texts: string[], signal: AbortSignal): Promise<Embedded>;
}
