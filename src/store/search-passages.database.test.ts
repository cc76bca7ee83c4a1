import { expect, test } from "vitest";
import { newId } from "@/core/id/id";
import { addTextSource } from "@/core/source/add-text-source";
import { freshProduct, freshTenant } from "../../tests/fresh-tenant";
import { insertPassages } from "./passage-rows";
import { type SearchFor, searchPassages } from "./search-passages";

const product = freshProduct();

/** A tenant with one passage for each of these texts. */
async function tenantWith(texts: string[]) {
  const { owner, tenantId } = await freshTenant(product);
  const { id } = await addTextSource(owner, { title: "All", text: "Nothing else." });
  const rows = texts.map((text, at) => ({
    id: newId("passage"),
    position: at + 1,
    title: "",
    headings: [],
    url: null,
    anchor: null,
    text,
    contentHash: `${at}`,
  }));
  await owner.database.transaction((tx) => insertPassages(tx, tenantId, id, rows));
  return async (question: string, previous?: SearchFor["previous"]) => {
    const hits = await owner.database.sql((sql) => searchPassages(sql, { question, previous }, 8));
    return hits.map(({ text }) => text);
  };
}

test("of words that each stand in many passages, those that hold both come first; apart, each is found", async () => {
  const many = (said: (n: number) => string) => Array.from({ length: 900 }, (_, n) => said(n));
  const search = await tenantWith([
    ...many((n) => `Parcel ${n} is on its way to shelf ${n * 7}.`),
    "A refund for a parcel takes a week.",
    ...many((n) => `Refund ${n} was booked under number ${n * 11}.`),
    ...many((n) => `Gloves of size ${n} lie in box ${n * 13}.`),
    "Mittens are gloves for people who are cold.",
  ]);
  expect((await search("When is the refund for my parcel?"))[0]).toBe("A refund for a parcel takes a week.");
  // Nothing holds both.
  expect(await search("parcel gloves")).toHaveLength(8);
  expect(await search("gloves")).toHaveLength(8);
  const [first, ...others] = await search("mittens or gloves");
  expect(first).toBe("Mittens are gloves for people who are cold.");
  expect(others).toHaveLength(7);
  expect(await search("umbrella")).toEqual([]);
  // What was answered before may be long; what is asked now counts first.
  const previous = {
    question: "How is a refund made?",
    answer: "Gloves of every size lie in a box.",
  };
  expect((await search("And for a parcel?", previous))[0]).toBe("A refund for a parcel takes a week.");
});
