// Whatever goes wrong with whichever provider, a visitor gets an answer or an honest sentence: through the gateway, with a
// patience of one second instead of ten.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Provider, providers } from "@/core/answerer/language-model";
import { updateAnswerer } from "@/core/answerer/update-answerer";
import { addTextSource } from "@/core/source/add-text-source";
import { call, freshGateway } from "../../../tests/fresh-gateway";
import { type FreshTenant, freshProduct, freshTenant } from "../../../tests/fresh-tenant";
import { lastOf, readStream, shownAtEnd } from "../../../tests/read-stream";
import { openModel, type Says } from "../../../tests/stand-in-model";

const model = await openModel();
process.env.GATEHOUSE_FETCH_ALLOW = model.host;
process.env.GATEHOUSE_AI_PATIENCE_SECONDS = "1";
const product = freshProduct();
const gateway = freshGateway(product);
const tenants = new Map<Provider, FreshTenant>();
const RETURNS = "You can return any item within 30 days of delivery.";
const QUESTION = "Within how many days can I return an item?";

beforeAll(async () => {
  for (const provider of providers) {
    const tenant = await freshTenant(product);
    await updateAnswerer(tenant.owner, { provider, model: "m", baseUrl: model.url, apiKey: "sk-of-the-tenant" });
    await addTextSource(tenant.owner, {
      title: "Returns",
      text: `${RETURNS}\n\nRefunds are paid within 5 working days.`,
    });
    tenants.set(provider, tenant);
  }
}, 60_000);
afterAll(() => model.close());

async function ask(provider: Provider, says: Says | ((attempt: number) => Says)) {
  const tenant = tenants.get(provider);
  if (!tenant) throw new Error(provider);
  const before = model.received.length;
  let attempt = 0;
  model.says = () => (typeof says === "function" ? says(++attempt) : says);
  const body = { siteKey: tenant.siteKey, message: QUESTION };
  const began = performance.now();
  const headers = { accept: "text/event-stream" };
  const { events } = await readStream(await call(gateway, "POST", "/conversations", { body, headers }));
  const { message, conversationId } = lastOf(events);
  const usage = await tenant.owner.database.transaction((tx) =>
    tx.answerUsage.findFirst({ where: { conversationId } }),
  );
  const ms = performance.now() - began;
  return { events, message, usage, asked: model.received.length - before, ms };
}

const HALF = ["You can return any item "];
const troubles: [name: string, says: Says, attempts: number][] = [
  ["a time-out: nothing comes", { hangs: true }, 2],
  ["a stall: a first word, then nothing", { pieces: HALF, stalls: true }, 2],
  ["a limit that is reached", { status: 429 }, 2],
  ["an error of the provider's", { status: 500 }, 2],
  ["half a stream that breaks off", { pieces: HALF, breaks: true }, 2],
  ["half a stream that ends as if it were whole", { pieces: HALF, halts: true }, 2],
  ["malformed JSON", { raw: ['data: {"choices": [nonsense\n\n'] }, 2],
  ["an answer that is no stream", { raw: ["<html>Welcome</html>"] }, 2],
  ["a tool call that nobody offered", { tool: true }, 1],
  ["a megabyte of spaces", { pieces: Array.from({ length: 10 }, () => " ".repeat(100_000)) }, 1],
];

describe.each(providers)("%s", (provider) => {
  test.each(troubles)("%s", async (_, says, attempts) => {
    const { events, message, usage, asked, ms } = await ask(provider, says);
    expect(events.map(({ name }) => name)).not.toContain("error");
    expect(message).toMatchObject({ grounded: true, citations: [{ quote: expect.stringContaining(RETURNS) }] });
    expect(shownAtEnd(events)).toBe(message.content);
    expect(asked).toBe(attempts);
    expect(usage).toMatchObject({ outcome: "quoted", attempts, provider });
    // Three times the patience, and what storing takes on a machine that has other work.
    expect(ms).toBeLessThan(10_000);
  });

  test("trouble once, then an answer: both tries are paid for", async () => {
    const pieces = [`${RETURNS.slice(0, -1)} [1].`];
    const { message, usage } = await ask(provider, (attempt) =>
      attempt === 1 ? { pieces: HALF, halts: true } : { pieces },
    );
    expect(message).toMatchObject({ grounded: true, content: `${RETURNS} [1]` });
    expect(usage).toMatchObject({ outcome: "answered", attempts: 2, estimated: true });
    expect(usage?.inputTokens).toBeGreaterThan(1000);
    expect(usage?.outputTokens).toBeGreaterThan(20);
  });

  test("an answer is as its provider counted it", async () => {
    const { usage } = await ask(provider, { pieces: [`${RETURNS.slice(0, -1)} [1].`] });
    expect(usage).toMatchObject({ inputTokens: 1000, outputTokens: 20, estimated: false, attempts: 1 });
  });
});

test("an answer that is over for us is still counted by its provider, or estimated where that takes too long", async () => {
  const tenant = tenants.get("openai-compatible");
  await updateAnswerer((tenant as FreshTenant).owner, { unsupported: "refuse" });
  // The gateway hears of new settings within half a second.
  await new Promise((resolve) => setTimeout(resolve, 1200));
  const lie = "Returns are free for 90 years. ";
  const refused = await ask("openai-compatible", { pieces: [lie, lie, lie], pauseMs: 50 });
  expect(refused.message).toMatchObject({ grounded: false });
  expect(refused.usage).toMatchObject({ outcome: "refused", inputTokens: 1000, outputTokens: 20, estimated: false });
  const slow = await ask("openai-compatible", { pieces: [lie, lie, lie], stalls: true });
  expect(slow.message).toMatchObject({ grounded: false });
  expect(slow.usage).toMatchObject({ outcome: "refused", estimated: true, attempts: 1 });
  expect(slow.usage?.outputTokens).toBeGreaterThan(5);
});
