import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { widgetEvents, widgetMethods, widgetOptions } from "./widget-words";

const types = readFileSync(`${import.meta.dirname}/../../../widget/gatehouse.d.ts`, "utf8");
const membersOf = (name: string) => {
  const body = new RegExp(`interface ${name} \\{(.*?)\\n\\}`, "s").exec(types)?.[1] ?? "";
  return [...body.matchAll(/^ {2}(?:readonly )?(\w+)[?:(<]/gm)].map(([, member = ""]) => member);
};
const said = (words: [string, string][]) => words.map((pair) => pair.join(" ")).join(" ");

test.each([
  ["GatehouseOptions", said(widgetOptions)],
  ["GatehouseWidget", said(widgetMethods)],
  ["GatehouseEvents", said(widgetEvents)],
])("the documentation names every member of %s", (name, words) => {
  const members = membersOf(name).filter((member) => member !== "version");
  expect(members.length).toBeGreaterThan(5);
  expect(members.filter((member) => !new RegExp(`\\b${member}\\b`).test(words))).toEqual([]);
});
