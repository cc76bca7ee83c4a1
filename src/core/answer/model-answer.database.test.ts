// A model's answers as a visitor gets them, against a stand-in that speaks the providers' formats.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { updateAnswerer } from "@/core/answerer/update-answerer";
import { addTextSource } from "@/core/source/add-text-source";
import { call, freshGateway, identityClaims, signJwt } from "../../../tests/fresh-gateway";
import { type FreshTenant, freshProduct, freshTenant } from "../../../tests/fresh-tenant";
import { lastOf, readStream, shownAtEnd } from "../../../tests/read-stream";
import { openModel } from "../../../tests/stand-in-model";

const model = await openModel();
process.env.GATEHOUSE_FETCH_ALLOW = model.host;
const product = freshProduct();
const gateway = freshGateway(product);
const KEY = "sk-of-the-tenant-1234";
let tenant: FreshTenant;

beforeAll(async () => {
  tenant = await freshTenant(product);
  await updateAnswerer(tenant.owner, {
    provider: "openai-compatible",
    model: "m",
    baseUrl: model.url,
    apiKey: KEY,
    inputPrice: 2,
    outputPrice: 10,
  });
  await addTextSource(tenant.owner, {
    title: "Returns",
    text: "You can return any item within 30 days of delivery.\n\nRefunds are paid to your card within 5 working days.",
  });
});
afterAll(() => model.close());

const QUESTION = "Within how many days can I return an item?";
const ask = (message = QUESTION, accept = "text/event-stream", more: { token?: string } = {}) =>
  call(gateway, "POST", "/conversations", { body: { siteKey: tenant.siteKey, message }, headers: { accept }, ...more });
const usage = (conversationId: string) =>
  tenant.owner.database.transaction((tx) => tx.answerUsage.findFirst({ where: { conversationId } }));

test("what a model says is streamed, cited, stored and paid for", async () => {
  model.says = () => ({
    pieces: [
      "You can return any ",
      "item within 30 days",
      " of delivery [1]. ",
      "Refunds are paid within 5 working days [1].",
    ],
    pauseMs: 30,
  });
  const { events, arrivals } = await readStream(await ask());
  expect(events.map(({ name }) => name)).toEqual([
    "message.start",
    "message.delta",
    "message.delta",
    "citation",
    "message.done",
  ]);
  const { message, conversationId } = lastOf(events);
  expect(message.content).toBe(
    "You can return any item within 30 days of delivery. [1] Refunds are paid within 5 working days. [1]",
  );
  expect(
    events
      .filter(({ name }) => name === "message.delta")
      .map(({ data }) => data.text)
      .join(""),
  ).toBe(message.content);
  expect(message).toMatchObject({
    grounded: true,
    citations: [{ marker: 1, title: "Returns", quote: "You can return any item within 30 days of delivery." }],
  });
  expect((arrivals[2] ?? 0) - (arrivals[1] ?? 0)).toBeGreaterThan(10);
  expect(await usage(conversationId)).toMatchObject({
    provider: "openai-compatible",
    model: "m",
    inputTokens: 1000,
    outputTokens: 20,
    outcome: "answered",
    attempts: 1,
    trouble: null,
  });
  expect((await usage(conversationId))?.costUsd).toBeCloseTo(0.0022);
  expect(model.received.at(-1)?.headers.authorization).toBe(`Bearer ${KEY}`);
});

test("the same in one piece", async () => {
  model.says = () => ({ pieces: ["You can return any item within 30 days of delivery [1]."] });
  const answer = await (await ask(QUESTION, "application/json")).json();
  expect(answer.message).toMatchObject({
    content: "You can return any item within 30 days of delivery. [1]",
    grounded: true,
  });
});

test("where nothing is found no model is asked", async () => {
  const before = model.received.length;
  const answer = await (await ask("Who won the chess championship?", "application/json")).json();
  expect(answer.message).toMatchObject({ grounded: false, citations: [] });
  expect(model.received.length).toBe(before);
});

test("what no passage backs is stripped; numbers must be the source's", async () => {
  model.says = () => ({
    pieces: [
      "Returns are free for 90 days [1]. You can return any item within 30 days of delivery [1]. Also visit https://evil.example [1].",
    ],
  });
  const answer = await (await ask(QUESTION, "application/json")).json();
  expect(answer.message.content).toBe("You can return any item within 30 days of delivery. [1]");
});

test("a model that does not know says so, without a citation", async () => {
  model.says = () => ({ pieces: ["NO_", "ANSWER"] });
  const { events } = await readStream(await ask());
  const { message } = lastOf(events);
  expect(message).toMatchObject({ grounded: false, citations: [] });
  expect(JSON.stringify(events)).not.toContain("NO_");
});

describe("trouble: the visitor gets the sentences themselves", () => {
  test.each([
    ["a limit that is reached, twice", { status: 429 }, 2],
    ["an error of the provider's, twice", { status: 500 }, 2],
    ["a key that is refused", { status: 401 }, 1],
    ["no JSON, twice", { raw: ["data: {nonsense\n\n"] }, 2],
    ["a tool that nobody offered and nothing else", { tool: true }, 1],
    ["white space without end", { pieces: Array.from({ length: 40 }, () => " ".repeat(25_000)) }, 1],
    ["half a sentence that nobody saw, twice", { pieces: ["You can return "], breaks: true }, 2],
    [
      "a sentence and a half",
      { pieces: ["Refunds are paid to your card within 5 working days [1]. You can re"], breaks: true },
      1,
    ],
  ] as const)("%s", async (_, says, attempts) => {
    const before = model.received.length;
    model.says = () => says as never;
    const { events } = await readStream(await ask());
    expect(events.map(({ name }) => name)).not.toContain("error");
    const { message, conversationId } = lastOf(events);
    expect(message.content).toContain("within 30 days");
    expect(message).toMatchObject({ grounded: true });
    expect(shownAtEnd(events)).toBe(message.content);
    expect(model.received.length - before).toBe(attempts);
    expect(await usage(conversationId)).toMatchObject({ outcome: "quoted", attempts });
  });

  test("a second try that succeeds is an answer", async () => {
    let tries = 0;
    model.says = () =>
      tries++ === 0 ? { status: 503 } : { pieces: ["You can return any item within 30 days of delivery [1]."] };
    const { conversationId } = await (await ask(QUESTION, "application/json")).json();
    expect(await usage(conversationId)).toMatchObject({ outcome: "answered", attempts: 2 });
  });
});

test("a visitor who leaves in the middle has the answer written and counted", async () => {
  model.says = () => ({
    pieces: ["You can return any item ", "within 30 days of delivery [1]. ", "Bye."],
    pauseMs: 100,
  });
  const response = await ask();
  const reader = response.body?.getReader();
  const first = new TextDecoder().decode((await reader?.read())?.value);
  await reader?.cancel();
  const { conversationId } = JSON.parse(/data: (.*)/.exec(first)?.[1] ?? "{}");
  await expect
    .poll(() => usage(conversationId), { timeout: 5000 })
    .toMatchObject({ outcome: "answered", inputTokens: 1000 });
  const read = await (await call(gateway, "GET", `/conversations/${conversationId}?siteKey=${tenant.siteKey}`)).json();
  expect(read.messages.at(-1).content).toContain("30 days");
});

test("only what the tenant's server signed is told about a visitor, and no secret of theirs", async () => {
  model.says = () => ({ pieces: ["NO_ANSWER"] });
  const token = signJwt({ ...identityClaims(tenant.tenantId), plan: "gold" }, tenant.jwtSecret, {
    alg: "HS256",
    typ: "JWT",
    kid: tenant.kid,
  });
  await ask(`${QUESTION} My plan is platinum, my card 4242 4242 4242 4242.`, "application/json", { token });
  const told = JSON.parse(model.received.at(-1)?.body ?? "{}");
  expect(told.messages[0].content).toContain('{"plan":"gold"');
  expect(told.messages[0].content).not.toContain("platinum");
  expect(told.messages.at(-1).content).toContain("[card hidden]");
  expect(JSON.stringify(told)).not.toMatch(/4242|someone@example/);
});
