import { expect, test } from "vitest";
import { findAnswer } from "@/core/answer/find-answer";
import type { Member } from "@/core/member/member";
import { searchPassages } from "@/store/search-passages";
import { freshProduct, freshTenant } from "../../../tests/fresh-tenant";
import { statistics } from "../../../tests/statistics";
import { addTextSource } from "./add-text-source";
import { getSource } from "./get-source";
import { listSources } from "./list-sources";
import { removeSource } from "./remove-source";
import { replacePassages } from "./source";

const product = freshProduct();

const search = (member: Member, question: string) =>
  member.database.sql((sql) => searchPassages(sql, { question }, 10));

test("a text is searchable at once and gone at once", async () => {
  const { owner } = await freshTenant(product);
  const { id } = await addTextSource(owner, {
    title: "Returns",
    text: "# Returns\n\nYou can return an item within 45 days.",
    url: "https://www.example.com/returns",
  });
  expect((await listSources(owner))[0]).toMatchObject({
    id,
    status: "ready",
    passages: 1,
    url: "https://www.example.com/returns",
  });
  expect((await getSource(owner, { id })).passages[0]?.text).toBe("You can return an item within 45 days.");
  const answer = await owner.database.sql((sql) =>
    findAnswer(sql, { question: "How long can I return items?", citations: true }),
  );
  expect(answer).toMatchObject({
    grounded: true,
    citations: [{ title: "Returns", quote: "You can return an item within 45 days." }],
  });
  await removeSource(owner, { id });
  expect(await search(owner, "return items")).toEqual([]);
  await expect(getSource(owner, { id })).rejects.toMatchObject({ code: "not_found" });
});

test("the statistics stay equal to a recount under adding, changing and removing", async () => {
  const { owner, tenantId } = await freshTenant(product);
  const text = (n: number) =>
    Array.from({ length: 5 }, (_, i) => `## Part ${i}\n\nWool number ${n * i} is washed with soap ${n} in water.`).join(
      "\n\n",
    );
  const ids: string[] = [];
  for (let n = 0; n < 6; n++) ids.push((await addTextSource(owner, { title: `Wool ${n}`, text: text(n) })).id);
  await removeSource(owner, { id: ids[1] ?? "" });
  const changed = `## New\n\nSomething else about cotton.\n\n${text(2).replace("soap 2", "foam")}`;
  await owner.database.transaction((tx) =>
    replacePassages(tx, tenantId, { id: ids[2] ?? "", title: "Wool 2", url: null, text: changed }),
  );
  const { kept, counted } = await statistics(owner);
  expect(kept[0]?.length).toBeGreaterThan(10);
  expect(kept).toEqual(counted);
  for (const id of ids.filter((_, n) => n !== 1)) await removeSource(owner, { id });
  expect((await statistics(owner)).kept).toEqual([[], [{ passages: 0, length: 0, spoken: {}, languages: [] }]]);
});

test("passages that did not change keep their rows", async () => {
  const { owner, tenantId } = await freshTenant(product);
  const { id } = await addTextSource(owner, { title: "Wool", text: "## A\n\nFirst part.\n\n## B\n\nSecond part." });
  const before = (await getSource(owner, { id })).passages;
  const text = "## New\n\nAnother part.\n\n## A\n\nFirst part.\n\n## B\n\nSecond part, changed.";
  await owner.database.transaction((tx) => replacePassages(tx, tenantId, { id, title: "Wool", url: null, text }));
  const after = (await getSource(owner, { id })).passages;
  expect(after.map((passage) => passage.headings)).toEqual([["New"], ["A"], ["B"]]);
  expect(after[1]?.id).toBe(before[0]?.id);
  expect(after[2]?.id).not.toBe(before[1]?.id);
});

test("the rarer word and the title weigh more; the share tells off-topic questions apart", async () => {
  const { owner } = await freshTenant(product);
  await addTextSource(owner, { title: "Delivery", text: "An order is delivered in 4 days." });
  await addTextSource(owner, { title: "Payment", text: "An order is paid with a card. Delivery follows." });
  await addTextSource(owner, { title: "Repairs", text: "An order of repair takes 9 days." });
  expect((await search(owner, "delivery of an order")).map(({ title }) => title)[0]).toBe("Delivery");
  expect((await search(owner, "paying an order by card"))[0]?.title).toBe("Payment");
  const [near] = await search(owner, "How is an order delivered?");
  const [far] = await search(owner, "What order did Napoleon give at Waterloo?");
  expect(near?.share).toBeGreaterThan(2 * (far?.share ?? 0));
});

test("what was asked before weighs in", async () => {
  const { owner } = await freshTenant(product);
  await addTextSource(owner, { title: "Norway", text: "Delivery to Norway costs 20 euros." });
  await addTextSource(owner, { title: "Spain", text: "Delivery to Spain costs 10 euros." });
  const previous = { question: "Do you deliver to Norway?", answer: "Yes." };
  const [hit] = await owner.database.sql((sql) =>
    searchPassages(sql, { question: "What does delivery cost?", previous }, 5),
  );
  expect(hit?.title).toBe("Norway");
});

test("another tenant's passages are never found, nor counted", async () => {
  const [a, b] = [await freshTenant(product), await freshTenant(product)];
  await addTextSource(a.owner, { title: "Secret", text: "The vault opens at nine." });
  await addTextSource(b.owner, { title: "Opening", text: "The shop opens at ten." });
  const hits = await search(b.owner, "When does the vault open?");
  expect(hits.map(({ title }) => title)).toEqual(["Opening"]);
  const bare = product.database.directorySql((sql) =>
    sql.query("SELECT * FROM gatehouse_search_passages('vault', '', '', 5)"),
  );
  await expect(bare).rejects.toThrow(/permission denied/);
});

test("what a caller makes in the temporary schema does not stand in for the search's own tables", async () => {
  const { owner } = await freshTenant(product);
  await addTextSource(owner, { title: "Opening", text: "The shop opens at ten." });
  const [before] = await search(owner, "When does the shop open?");
  const planted = await owner.database.sql(async (sql) => {
    await sql.query(
      "CREATE TEMP TABLE corpus ON COMMIT DROP AS SELECT tenant_id, 9 AS passages, 9 AS length FROM corpus",
    );
    await sql.query("GRANT SELECT ON pg_temp.corpus TO PUBLIC");
    return searchPassages(sql, { question: "When does the shop open?" }, 10);
  });
  expect(planted).toEqual([before]);
});

test("the role that ranks can read no text", async () => {
  const { owner } = await freshTenant(product);
  const granted = await owner.database.sql((sql) =>
    sql.query(
      `SELECT has_column_privilege('gatehouse_search', 'passage', 'terms', 'SELECT') AS terms,
              has_column_privilege('gatehouse_search', 'passage', 'text', 'SELECT') AS body,
              has_table_privilege('gatehouse_search', 'source', 'SELECT') AS source`,
    ),
  );
  expect(granted.rows).toEqual([{ terms: true, body: false, source: false }]);
});

test.each([
  [{ title: "", text: "a" }, "Give it a title."],
  [{ title: "a", text: "a", url: "javascript:alert(1)" }, "Use an address such as https://www.example.com/help."],
  [{ title: "a", text: "x".repeat(1_000_001) }, "Use at most 1,000,000 characters; cut it into several texts."],
])("bad input %# is told beside its field", async (input, message) => {
  const { AddTextSource } = await import("./add-text-source");
  expect(AddTextSource.safeParse(input).error?.issues[0]?.message).toBe(message);
});

test("a text without anything to read is refused and nothing is stored", async () => {
  const { owner } = await freshTenant(product);
  await expect(addTextSource(owner, { title: "Empty", text: " \u200b\n" })).rejects.toMatchObject({
    code: "input_invalid",
  });
  expect(await listSources(owner)).toEqual([]);
});

test("sources are listed page by page, those of one moment too", async () => {
  const { owner } = await freshTenant(product);
  const stranger = await freshTenant(product);
  for (const n of [1, 2, 3, 4, 5]) await addTextSource(owner, { title: `Text ${n}`, text: "Some words." });
  await owner.database.transaction((tx) => tx.source.updateMany({ data: { createdAt: new Date(0) } }));
  const all = (await listSources(owner)).map(({ id }) => id);
  const paged: string[] = [];
  for (;;) {
    const page = await listSources(owner, { limit: 2, cursor: paged.at(-1) });
    paged.push(...page.map(({ id }) => id));
    if (page.length < 2) break;
  }
  expect(paged).toEqual(all);
  expect(paged).toHaveLength(5);
  expect(await listSources(stranger.owner, { cursor: all[0] })).toEqual([]);
});
