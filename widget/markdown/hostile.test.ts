import { expect, test } from "vitest";
import { readTable } from "../extra/table";
import { parseMarkdown as parse } from "./parse-blocks";

const parseMarkdown = (text: string) => parse(text, () => readTable);

const long = 20_000;
const pieces = [
  "**",
  "__",
  "~~",
  "`",
  "[",
  "](",
  "![",
  "|",
  "> ",
  "- ",
  "1. ",
  "#",
  "\\",
  "<",
  "&#x6A;",
  "https://a",
  "[1]",
  "\n",
  "*a ",
  "_a",
];

/** Every pair of what begins something, over and over: what makes a careless parser take for ever. */
const endless = pieces.flatMap((one) =>
  pieces.map((other) => (one + other).repeat(long / (one.length + other.length))),
);

const slots = (address: string) => [
  `[a](${address})`,
  `![a](${address})`,
  `[a](<${address}>)`,
  `[![a](${address})](${address})`,
  `| [a](${address}) |\n|---|\n| ${address} |`,
  `<${address}>`,
  `[a][1]\n\n[1]: ${address}`,
];
const addresses = [
  "javascript:x()",
  "JAVASCRIPT:x()",
  "java\tscript:x()",
  "data:text/html,x",
  "vbscript:x",
  "//evil.example",
  "/path",
  "blob:x",
  "file:///x",
  "&#106;avascript:x()",
];

test("400 endless texts, each read within 50 ms", () => {
  const slow: [string, number][] = [];
  for (const text of endless) {
    // Time of the processor's own, and the best of several: what else the machine does is not the parser's.
    let best = Infinity;
    for (let round = 0; round < 8 && best >= 50; round++) {
      const start = process.cpuUsage();
      parseMarkdown(text);
      best = Math.min(best, process.cpuUsage(start).user / 1000);
    }
    if (best >= 50) slow.push([text.slice(0, 12), Math.round(best)]);
  }
  expect(endless.length).toBeGreaterThanOrEqual(300);
  expect(slow).toEqual([]);
}, 120_000);

test("no address but http, https and mailto becomes a link, in whatever slot it stands", () => {
  for (const text of addresses.flatMap(slots)) {
    const links = JSON.stringify(parseMarkdown(text)).match(/"href":"[^"]*"/g) ?? [];
    for (const link of links) expect(link, text).toMatch(/^"href":"(https?:|mailto:)/);
  }
});
