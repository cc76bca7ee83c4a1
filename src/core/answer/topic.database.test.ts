import { expect, test } from "vitest";
import { addTextSource } from "@/core/source/add-text-source";
import { removeSource } from "@/core/source/remove-source";
import { searchPassages } from "@/store/search-passages";
import { freshProduct, freshTenant } from "../../../tests/fresh-tenant";
import { extractAnswer } from "./extract-answer";
import { FOREIGN_QUESTIONS } from "./foreign-questions";
import { measureDueTopics } from "./measure-due-topics";
import { measureTopic } from "./measure-topic";
import { drawTopicLine, LEAST_OFF_TOPIC, MOST_OFF_TOPIC, OFF_TOPIC, toTopicLines } from "./topic-lines";

const product = freshProduct();

test("the line rises with the shares of foreign questions, yields to the tenant's own, and stays within its bounds", () => {
  const own = [0.5, 0.6];
  expect(drawTopicLine([0.01, 0.02], own)).toBe(LEAST_OFF_TOPIC);
  expect(drawTopicLine([0.05, 0.15], own)).toBeCloseTo(0.16);
  expect(drawTopicLine([0.15, 0.2], own)).toBeCloseTo(0.21);
  expect(drawTopicLine([0.4, 0.5], own)).toBe(MOST_OFF_TOPIC);
  expect(drawTopicLine([0.15, 0.2], [0.14, 0.6])).toBeCloseTo(0.14);
  expect(drawTopicLine([], own)).toBe(OFF_TOPIC);
});

test("a stored line is used within the bounds, by whoever decides", () => {
  const hit = { offTopic: null };
  expect(toTopicLines([hit]).offTopic).toBe(OFF_TOPIC);
  expect(toTopicLines([{ ...hit, offTopic: 0.13 }])).toMatchObject({ offTopic: 0.13 });
  expect(toTopicLines([{ ...hit, offTopic: 0.9 }]).offTopic).toBe(MOST_OFF_TOPIC);
  expect(toTopicLines([{ ...hit, offTopic: 0 }]).offTopic).toBe(LEAST_OFF_TOPIC);
});

const wool = ["Washing", "Drying", "Airing", "Moths", "Pilling", "Mending", "Folding", "Dyeing", "Carding", "Felting"];
const uses = ["jumpers", "socks", "cardigans"];

test("a narrow base is held to less than one that speaks of everything; other tenants' and new passages change nothing unseen", async () => {
  const [narrow, broad] = await Promise.all([freshTenant(product), freshTenant(product)]);
  for (const name of wool)
    for (const use of uses)
      await addTextSource(narrow.owner, {
        title: `${name} ${use}`,
        text: `${name} ${use} of wool needs cold water and patience.`,
      });
  for (const question of FOREIGN_QUESTIONS.english ?? [])
    await addTextSource(broad.owner, { title: "Quiz", text: `Players discuss: ${question} Nobody knew.` });
  while ((await measureDueTopics(product)) > 0);
  const lineOf = async ({ owner }: typeof narrow, question: string) =>
    (await owner.database.sql((sql) => searchPassages(sql, { question }, 1)))[0]?.offTopic;
  expect(await lineOf(narrow, "Washing jumpers")).toBe(LEAST_OFF_TOPIC);
  expect(await lineOf(broad, "Who painted the ceiling?")).toBeGreaterThan(LEAST_OFF_TOPIC);
  expect(await measureTopic(narrow.owner)).toBe(LEAST_OFF_TOPIC);
  const hits = await narrow.owner.database.sql((sql) =>
    searchPassages(sql, { question: "Who painted the Mona Lisa?" }, 3),
  );
  expect(extractAnswer("Who painted the Mona Lisa?", hits).grounded).toBe(false);
  await addTextSource(narrow.owner, { title: "Shearing", text: "Sheep are shorn in May." });
  expect(await measureDueTopics(product)).toBeGreaterThan(0);
}, 60_000);

test("a language goes with its last text; one text in it changes nothing of what is measured", async () => {
  const { owner } = await freshTenant(product);
  for (let i = 0; i < 24; i++)
    await addTextSource(owner, { title: `Washing ${i}`, text: `You can wash item ${i} with the others by hand.` });
  const spoken = async () =>
    (await owner.database.sql((sql) => sql.query("SELECT spoken, languages FROM corpus"))).rows[0];
  const line = await measureTopic(owner);
  const { id } = await addTextSource(owner, {
    title: "Թանգարան",
    text: "Թանգարանը բաց է ամեն օր և մուտքն ազատ է բոլորի համար։",
  });
  expect(await spoken()).toEqual({
    spoken: { english: 24, armenian: 1 },
    languages: expect.arrayContaining(["armenian"]),
  });
  expect(await measureTopic(owner)).toBe(line);
  await removeSource(owner, { id });
  expect(await spoken()).toEqual({ spoken: { english: 24 }, languages: ["english"] });
}, 60_000);

test("a Japanese base is measured by Japanese questions", async () => {
  const { owner } = await freshTenant(product);
  for (let i = 0; i < 20; i++)
    await addTextSource(owner, {
      title: `返品 ${i}`,
      text: `商品${i}は購入から30日以内に返品できます。送料は無料です。`,
    });
  expect(await measureTopic(owner)).not.toBe(OFF_TOPIC);
}, 60_000);

test("one tenant that cannot be measured holds up no other", async () => {
  const [broken, whole] = await Promise.all([freshTenant(product), freshTenant(product)]);
  for (const { owner } of [broken, whole])
    for (let i = 0; i < 20; i++)
      await addTextSource(owner, { title: `Item ${i}`, text: `Item ${i} is washed by hand.` });
  const database = {
    ...product.database,
    tenant: (tenantId: string) => {
      if (tenantId === broken.tenantId) throw new Error("its database is elsewhere");
      return product.database.tenant(tenantId);
    },
  };
  for (let round = 0; round < 20; round++) await measureDueTopics({ ...product, database });
  const lineOf = ({ owner }: typeof whole) => owner.database.transaction((tx) => tx.topicLine.count());
  expect([await lineOf(broken), await lineOf(whole)]).toEqual([0, 1]);
}, 60_000);
