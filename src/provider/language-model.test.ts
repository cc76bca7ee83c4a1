// Every provider in its own wire format, and what may go wrong on the way.
import { beforeAll, expect, test } from "vitest";
import type { ModelService, Provider } from "@/core/answerer/language-model";
import { Failure } from "@/failures";
import { openModel, type Says } from "../../tests/stand-in-model";
import { openLanguageModels } from "./language-model";

let model: Awaited<ReturnType<typeof openModel>>;
beforeAll(async () => {
  model = await openModel();
});

const providers: Provider[] = ["openai", "anthropic", "google", "openai-compatible"];
const service = (provider: Provider, isGuarded = false): ModelService => ({
  provider,
  model: "some-model",
  apiKey: "sk-the-key",
  baseUrl: model.url,
  isGuarded,
});

async function ask(provider: Provider, says: Says, { isGuarded = false, ms = 5000, allow = [] as string[] } = {}) {
  model.says = () => says;
  model.received.length = 0;
  const texts: string[] = [];
  let usage: unknown = null;
  const request = {
    system: "Be good.",
    messages: [{ role: "user" as const, content: "How long?" }],
    mostTokens: 100,
    signal: AbortSignal.timeout(ms),
  };
  try {
    for await (const part of openLanguageModels({ allow }).stream(service(provider, isGuarded), request)) {
      if ("text" in part) texts.push(part.text);
      else usage = part.usage;
    }
    return { texts, usage, failure: null };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { texts, usage, failure: { detail: error.detail, passing: error.retryAfterSeconds !== undefined } };
  }
}

test.each(providers)("%s: what is said comes as it is said, with its tokens", async (provider) => {
  const { texts, usage, failure } = await ask(provider, { pieces: ["Five ", "days ", "[1]."], pauseMs: 5 });
  expect(failure).toBe(null);
  expect(texts.filter(Boolean)).toEqual(["Five ", "days ", "[1]."]);
  expect(usage).toEqual({ inputTokens: 1000, outputTokens: 20 });
  const [request] = model.received;
  expect(request?.body).toContain("Be good.");
  expect(request?.body).toContain("How long?");
  const headers = JSON.stringify(request?.headers);
  expect(headers).toContain("sk-the-key");
  if (provider === "openai") expect(JSON.parse(request?.body ?? "").store).toBe(false);
});

test.each(providers)("%s: a key that is refused is named, and is not shown", async (provider) => {
  const body = '{"error":{"type":"invalid_request_error","message":"Incorrect API key provided: sk-the-key"}}';
  const { failure } = await ask(provider, { status: 401, body });
  expect(failure).toEqual({ detail: "The provider refuses the key. (401)", passing: false });
});

test.each(providers)("%s: what may pass is told from what will not", async (provider) => {
  for (const [status, passing] of [
    [429, true],
    [500, true],
    [503, true],
    [400, false],
    [404, false],
  ] as const)
    expect((await ask(provider, { status })).failure?.passing, `${status}`).toBe(passing);
});

test.each(providers)("%s: a stream that breaks off, or holds no JSON, is trouble", async (provider) => {
  const passing = { failure: { passing: true } };
  expect(await ask(provider, { pieces: ["Five "], breaks: true })).toMatchObject(passing);
  expect(await ask(provider, { pieces: ["Five "], halts: true })).toMatchObject({ texts: ["Five "], ...passing });
  expect(await ask(provider, { raw: ["data: {nonsense\n\n"] })).toMatchObject(passing);
  expect(await ask(provider, { status: 200, raw: [] })).toMatchObject(passing);
});

test.each(providers)("%s: a tool that nobody offered is not called", async (provider) => {
  const { texts, failure } = await ask(provider, { pieces: ["Five days."], tool: true });
  expect(texts.join("")).toBe("Five days.");
  expect(failure).toBe(null);
});

test.each(providers)("%s: the time limit holds", async (provider) => {
  const began = Date.now();
  const { failure } = await ask(provider, { hangs: true }, { ms: 200 });
  expect(failure).toEqual({ detail: "The model took too long to answer.", passing: true });
  expect(Date.now() - began).toBeLessThan(3000);
});

test("an address that a tenant named is asked on the public internet only, redirects are not followed", async () => {
  const refused = await ask("openai-compatible", { pieces: ["hi"] }, { isGuarded: true });
  expect(refused.failure?.detail).toContain("Port");
  expect(model.received).toEqual([]);
  const allowed = await ask("openai-compatible", { pieces: ["hi"] }, { isGuarded: true, allow: [model.host] });
  expect(allowed.texts.join("")).toBe("hi");
  const moved = await ask("openai-compatible", { status: 302, location: `${model.url}/other` });
  expect(moved.failure?.detail).toContain("502");
  expect(model.received.length).toBe(1);
});

test("an answer without end is cut off", async () => {
  const flood = Array.from({ length: 50 }, () => " ".repeat(100_000));
  expect(await ask("openai-compatible", { pieces: flood })).toMatchObject({ failure: { passing: false } });
});

test.each(["openai", "google", "openai-compatible"] as const)(
  "%s: texts become vectors, in order",
  async (provider) => {
    model.embed = (texts) => texts.map((text) => (text === "a" ? [3, 4] : [0, -5]));
    const embed = () => openLanguageModels({}).embed(service(provider), ["a", "bbb"], AbortSignal.timeout(5000));
    const { vectors, tokens } = await embed();
    expect(vectors).toEqual([
      [0.6, 0.8],
      [0, -1],
    ]);
    // Google does not count them.
    expect(tokens).toBe(provider === "google" ? null : 1);
    for (const bad of [
      [[1, 2]],
      [[1, 2], [1]],
      [
        [1, 2],
        [0, 0],
      ],
      [[1], [Array]],
    ] as unknown as number[][][]) {
      model.embed = () => bad;
      await expect(embed()).rejects.toThrow(Failure);
    }
  },
);
