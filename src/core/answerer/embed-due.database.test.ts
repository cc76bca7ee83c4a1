// Who embeds when: on a database of its own, as the work of all tenants is looked at.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/core/id/id";
import { addTextSource } from "@/core/source/add-text-source";
import { hasVectors, takeDueTenant } from "@/store/embedding-rows";
import { insertPassages } from "@/store/passage-rows";
import { type FreshTenant, freshProduct, freshTenant } from "../../../tests/fresh-tenant";
import { openOwnDatabase } from "../../../tests/own-database";
import { openModel } from "../../../tests/stand-in-model";
import { embedDue } from "./embed-due";
import { embedPassages } from "./embed-passages";
import { getAnswerer } from "./get-answerer";
import { updateAnswerer } from "./update-answerer";

await openOwnDatabase();
const model = await openModel();
process.env.GATEHOUSE_FETCH_ALLOW = model.host;
let now = Date.now();
const product = freshProduct(() => now);
const canCompare = await product.database.directorySql(hasVectors);
const service = { embeddingProvider: "openai-compatible" as const, embeddingModel: "e", embeddingBaseUrl: model.url };
let tenant: FreshTenant;
const embedded: string[] = [];
const isPassage = (text: string) => /\nThing|\nA /.test(text);
const toVectors = (texts: string[]) => texts.map((text) => [text.length, 1, text.charCodeAt(0)]);

beforeAll(async () => {
  tenant = await freshTenant(product);
  model.embed = (texts) => {
    embedded.push(...texts.filter(isPassage));
    return toVectors(texts);
  };
});
afterAll(() => model.close());

const rows = ({ owner } = tenant) =>
  owner.database.transaction(async (tx) => ({
    due: await tx.embeddingDue.findFirst(),
    embeddings: await tx.passageEmbedding.count(),
  }));
const fill = async ({ owner }: FreshTenant, from: number, to: number) => {
  for (let i = from; i < to; i++) await addTextSource(owner, { title: `Number ${i}`, text: `Thing number ${i}.` });
};

test("without embeddings nothing is due", async () => {
  await fill(tenant, 0, 3);
  await embedDue(product);
  expect(await rows()).toEqual({ due: null, embeddings: 0 });
});

test.skipIf(canCompare)("a database without vectors is left alone, and the console is told", async () => {
  await updateAnswerer(tenant.owner, service);
  await embedDue(product);
  expect(await rows()).toEqual({ due: null, embeddings: 0 });
  expect((await getAnswerer(tenant.owner)).embedding).toMatchObject({ canCompare: false, embedded: 0 });
});

describe.skipIf(!canCompare)("with vectors", () => {
  test("every passage is embedded once, new ones after", async () => {
    await updateAnswerer(tenant.owner, service);
    expect((await getAnswerer(tenant.owner)).embedding).toEqual({
      passages: 3,
      embedded: 0,
      failure: null,
      canCompare: true,
    });
    await embedDue(product);
    expect([await rows(), embedded.length]).toEqual([{ due: null, embeddings: 3 }, 3]);
    await fill(tenant, 3, 4);
    await embedDue(product);
    expect([await rows(), embedded.length]).toEqual([{ due: null, embeddings: 4 }, 4]);
    expect((await getAnswerer(tenant.owner)).embedding).toMatchObject({ passages: 4, embedded: 4, failure: null });
  });

  test("with another model all is embedded anew; what a broken-off run did stays done, and why it broke off is told", async () => {
    let calls = 0;
    await fill(tenant, 4, 44);
    await embedDue(product);
    model.embed = (texts) => {
      if (!texts.some(isPassage)) return toVectors(texts);
      calls += 1;
      return calls === 2 ? [] : toVectors(texts);
    };
    await updateAnswerer(tenant.owner, { embeddingModel: "e2" });
    await embedDue(product);
    const isNew = () =>
      tenant.owner.database.transaction((tx) => tx.passageEmbedding.count({ where: { model: { endsWith: " e2" } } }));
    expect([await isNew(), (await rows()).due]).toMatchObject([32, { failures: 1 }]);
    expect((await getAnswerer(tenant.owner)).embedding).toEqual({
      passages: 44,
      embedded: 32,
      failure: "The provider's answer could not be read.",
      canCompare: true,
    });
    await embedDue(product);
    expect(calls).toBe(2);
    now += 121_000;
    await embedDue(product);
    expect([await isNew(), await rows(), calls]).toEqual([44, { due: null, embeddings: 44 }, 3]);
  });

  test("what is refused again is left alone for longer, until its settings change", async () => {
    let calls = 0;
    model.embed = () => {
      calls += 1;
      return [];
    };
    await fill(tenant, 44, 45);
    await embedDue(product);
    now += 121_000;
    await embedDue(product);
    now += 121_000;
    await embedDue(product);
    expect([calls, (await rows()).due?.failures]).toEqual([2, 2]);
    model.embed = toVectors;
    await updateAnswerer(tenant.owner, { embeddingModel: "e3" });
    await embedDue(product);
    expect(await rows()).toEqual({ due: null, embeddings: 45 });
  });

  test("a worker that takes longer than it may is not overtaken while it goes on, and nothing is embedded twice", async () => {
    const other = freshProduct(() => now);
    const slow = await freshTenant(product);
    await fill(slow, 0, 100);
    const seen: string[] = [];
    let overtaking: Promise<void> | null = null;
    model.embed = (texts) => {
      seen.push(...texts.filter(isPassage));
      // Each batch takes 100 s: four of them take far longer than the time for which the first was taken.
      now += 100_000;
      overtaking ??= embedDue(other);
      return toVectors(texts);
    };
    await updateAnswerer(slow.owner, service);
    await embedDue(product);
    await overtaking;
    expect([(await rows(slow)).embeddings, seen.length, new Set(seen).size]).toEqual([100, 100, 100]);
  });

  test("a large tenant's turn ends, and a small one's comes before it goes on", async () => {
    const [large, small] = [await freshTenant(product), await freshTenant(product)];
    model.embed = toVectors;
    const passages = Array.from({ length: 650 }, (_, i) => ({
      ...{ id: newId("passage"), position: i + 1, title: `Number ${i}`, headings: [], url: null, anchor: null },
      ...{ text: `Thing number ${i}.`, contentHash: String(i) },
    }));
    const { id } = await addTextSource(large.owner, { title: "All", text: "All things." });
    await large.owner.database.transaction((tx) => insertPassages(tx, large.tenantId, id, passages));
    await updateAnswerer(large.owner, service);
    const turn = async () => {
      const taken = await product.database.directorySql((sql) =>
        takeDueTenant(sql, new Date(now++), new Date(now + 9000)),
      );
      if (!taken) throw new Error("nobody is due");
      const whose = [large, small].find(({ tenantId }) => tenantId === taken.tenantId);
      return [whose === large ? "large" : "small", whose && (await embedPassages(whose.owner, taken))];
    };
    expect(await turn()).toEqual(["large", 640]);
    await addTextSource(small.owner, { title: "Small", text: "A small text." });
    await updateAnswerer(small.owner, service);
    expect([await turn(), await turn()]).toEqual([
      ["small", 1],
      ["large", 11],
    ]);
    expect([(await rows(large)).due, (await rows(large)).embeddings]).toEqual([null, 651]);
  });
});
