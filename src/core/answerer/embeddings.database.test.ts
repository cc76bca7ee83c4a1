// Search by meaning on a database of its own, with a stand-in that knows what a few words mean.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findByMeaning } from "@/core/answer/find-by-meaning";
import { tryQuestion } from "@/core/answer/try-question";
import { addTextSource } from "@/core/source/add-text-source";
import { updateSource } from "@/core/source/update-source";
import { hasVectors } from "@/store/embedding-rows";
import { call, freshGateway } from "../../../tests/fresh-gateway";
import { type FreshTenant, freshProduct, freshTenant } from "../../../tests/fresh-tenant";
import { openOwnDatabase } from "../../../tests/own-database";
import { toMeaning } from "../../../tests/stand-in-meaning";
import { openModel } from "../../../tests/stand-in-model";
import { embedDue } from "./embed-due";
import { toAnswererSettings } from "./settings";
import { updateAnswerer } from "./update-answerer";

await openOwnDatabase();
const model = await openModel();
process.env.GATEHOUSE_FETCH_ALLOW = model.host;
const product = freshProduct();
const gateway = freshGateway(product);
const canCompare = await product.database.directorySql(hasVectors);
const service = { embeddingProvider: "openai-compatible" as const, embeddingModel: "e", embeddingBaseUrl: model.url };
const REFUNDS = "Refunds are paid to your card within 5 working days.";
let tenant: FreshTenant;
let asked: string[][] = [];

/** Vectors as the stand-in sees them, and what it was asked for. */
function embedAsUsual() {
  asked = [];
  model.embed = (texts) => {
    asked.push(texts);
    return texts.map(toMeaning);
  };
}

const texts = {
  Refunds: REFUNDS,
  Delivery: "A parcel arrives 2 to 4 days after it was sent.",
  "Sign in": "A forgotten password is set anew by mail.",
  Repairs: "What is broken is repaired for free for two years.",
  Shops: "Our shops open at ten.",
};

beforeAll(async () => {
  tenant = await freshTenant(product);
  embedAsUsual();
  for (const [title, text] of Object.entries(texts)) await addTextSource(tenant.owner, { title, text });
  await updateAnswerer(tenant.owner, service);
  await embedDue(product);
});
afterAll(() => model.close());

const ask = (question: string, { owner } = tenant) => tryQuestion(owner, { question });

test.skipIf(canCompare)(
  "a database without vectors: nothing is embedded, and nobody's question goes anywhere",
  async () => {
    expect(await ask("When are refunds paid?")).toMatchObject({ grounded: true });
    expect(asked).toEqual([]);
  },
);

test("a tenant of which nothing is embedded yet is searched by words, and its questions go nowhere", async () => {
  const fresh = await freshTenant(product);
  const { owner } = fresh;
  await addTextSource(owner, { title: "Refunds", text: REFUNDS });
  await updateAnswerer(owner, service);
  embedAsUsual();
  expect(await ask("When are refunds paid?", fresh)).toMatchObject({ grounded: true, citations: [{ quote: REFUNDS }] });
  expect(asked).toEqual([]);
  await updateAnswerer(owner, { embeddingProvider: "none" });
});

describe.skipIf(!canCompare)("with vectors", () => {
  test("what was asked in another language is found and quoted by a model; without meaning it is not", async () => {
    embedAsUsual();
    await updateAnswerer(tenant.owner, { provider: "openai-compatible", model: "m", baseUrl: model.url });
    model.says = () => ({ pieces: [`${REFUNDS.slice(0, -1)} [1].`] });
    expect(await ask("Wann habe ich mein Geld zurück?")).toMatchObject({
      grounded: true,
      citations: [{ title: "Refunds" }],
    });
    await updateAnswerer(tenant.owner, { embeddingProvider: "none" });
    expect((await ask("Wann habe ich mein Geld zurück?")).grounded).toBe(false);
    await updateAnswerer(tenant.owner, { ...service, provider: "search" });
    await embedDue(product);
  });

  test("a question that its words answer is answered as without meaning", async () => {
    embedAsUsual();
    for (const [question, quote] of [
      ["When are refunds paid?", REFUNDS],
      ["When does a parcel arrive?", texts.Delivery],
      ["When do your shops open?", texts.Shops],
    ])
      expect(await ask(question ?? ""), question).toMatchObject({ grounded: true, citations: [{ quote }] });
    expect(asked.flat()).toContain("When are refunds paid?");
  });

  test("a question about something else is refused, as far from every passage as such questions are", async () => {
    embedAsUsual();
    for (const question of ["Who composed the opera about a flute?", "Which bird lays the largest egg?"])
      expect(await ask(question), question).toMatchObject({ grounded: false, citations: [] });
  });

  test("the turn before weighs in by a quarter, its answer by a tenth", async () => {
    const { owner, siteKey } = await freshTenant(product);
    await addTextSource(owner, { title: "Delivery", text: texts.Delivery });
    await updateAnswerer(owner, service);
    await embedDue(product);
    const first = { siteKey, message: "When does a parcel arrive?" };
    const { conversationId, message } = await (await call(gateway, "POST", "/conversations", { body: first })).json();
    embedAsUsual();
    const body = { siteKey, message: "And how soon?" };
    await call(gateway, "POST", `/conversations/${conversationId}`, { body });
    expect(asked).toEqual([["And how soon?", "When does a parcel arrive?", message.content]]);
    // Not the passage's own words, but its concept, weighed in.
    const database = owner.database;
    const wanted = { question: "And how soon?", previous: { question: first.message, answer: "" } };
    const searcher = { tenantId: owner.tenantId, database, product, settings: toAnswererSettings(service) };
    const similarityOf = async (more: object) =>
      (await findByMeaning(searcher, { ...wanted, ...more }, 1))?.hits[0]?.similarity ?? 0;
    const [alone, after] = [await similarityOf({ previous: null }), await similarityOf({})];
    const toUnit = (vector: number[]) => vector.map((value) => value / Math.hypot(...vector));
    const [now, before, passage] = [wanted.question, first.message, `Delivery\n${texts.Delivery}`].map((text) =>
      toUnit(toMeaning(text)),
    );
    const cosine = (of: number[]) => toUnit(of).reduce((sum, value, at) => sum + value * (passage?.[at] ?? 0), 0);
    expect(alone).toBeCloseTo(cosine(now ?? []), 4);
    expect(after).toBeCloseTo(cosine((now ?? []).map((value, at) => value + 0.25 * (before?.[at] ?? 0))), 4);
  });

  test("a hidden source that meaning finds backs an answer and is named nowhere", async () => {
    const { owner } = await freshTenant(product);
    const text = "Reimbursements leave our bank within nine days after the parcel has arrived.";
    const { id } = await addTextSource(owner, {
      title: "Internal notes",
      text,
      url: "https://intranet.example.com/notes",
    });
    await addTextSource(owner, { title: "Wool", text: "Wool is washed by hand." });
    await updateAnswerer(owner, { ...service, provider: "openai-compatible", model: "m", baseUrl: model.url });
    embedAsUsual();
    await embedDue(product);
    model.says = () => ({ pieces: ["Reimbursements leave our bank within nine days [1]."] });
    const question = "Wann ist mein Geld zurück?";
    expect((await tryQuestion(owner, { question })).citations).toMatchObject([{ title: "Internal notes" }]);
    await updateSource(owner, { id, hidden: true });
    const hidden = await tryQuestion(owner, { question });
    expect(hidden).toMatchObject({ grounded: true, citations: [] });
    expect(hidden.content).toMatch(/within nine days/);
    expect(JSON.stringify([hidden.content, hidden.citations])).not.toMatch(/\[1\]|intranet|Internal/);
    model.says = () => ({ pieces: ["NO_ANSWER"] });
    expect((await tryQuestion(owner, { question })).content).not.toMatch(/intranet|Internal/);
  });

  test.each([
    ["no vector", () => []],
    ["a vector of something else than numbers", () => [Array.from({ length: 28 }, () => null)]],
    ["a vector without a direction", () => [Array.from({ length: 28 }, () => 0)]],
    ["a vector of another length", () => [[1, 2, 3]]],
    ["a vector that is longer than can be compared", () => [Array.from({ length: 20_000 }, () => 1)]],
    ["numbers beyond all bounds", () => [Array.from({ length: 28 }, () => 1e300)]],
  ] as [string, () => unknown[]][])("trouble with the question's vector leaves its words: %s", async (_, embed) => {
    model.embed = embed as typeof model.embed;
    expect(await ask("When are refunds paid?")).toMatchObject({
      grounded: true,
      citations: [{ quote: REFUNDS }],
    });
  });

  test("so does trouble with the database's vectors", async () => {
    embedAsUsual();
    await tenant.owner.database.sql((sql) => sql.query("UPDATE passage_embedding SET embedding = '{NaN,1}'"));
    expect(await ask("When are refunds paid?")).toMatchObject({ grounded: true });
  });
});
