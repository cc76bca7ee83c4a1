import fc from "fast-check";
import { expect, test } from "vitest";
import { readTable } from "../extra/table";
import type { Drawn, Markup } from "./markdown-tree";
import { parseMarkdown as parse } from "./parse-blocks";
import { parseInline } from "./parse-inline";
import { toSafeAddress } from "./safe-address";

const parseMarkdown = (text: string) => parse(text, () => readTable);

const made =
  (tag: string) =>
  (...children: Markup[]): Drawn => [tag, {}, ...children];
const [p, strong, em, del, ul, li, quote] = ["p", "strong", "em", "del", "ul", "li", "blockquote"].map(made) as [
  ...Record<0 | 1 | 2 | 3 | 4 | 5 | 6, ReturnType<typeof made>>[],
];
const code = (text: string): Drawn => ["code", { dir: "ltr" }, text];
const pre = (text: string): Drawn => ["pre", { dir: "ltr", tabindex: 0 }, ["code", {}, text]];
const link = (href: string, ...children: Markup[]): Drawn => ["a", { href }, ...children];
const br: Drawn = ["br", {}];
const mark = (number: string): Drawn => ["mark", {}, number];

test.each<[string, Markup[]]>([
  ["plain", ["plain"]],
  ["a **b** c", ["a ", strong("b"), " c"]],
  ["__b__ and _i_ and *i*", [strong("b"), " and ", em("i"), " and ", em("i")]],
  ["***both***", [strong(em("both"))]],
  ["**b *i* b**", [strong("b ", em("i"), " b")]],
  ["*i **b** i*", [em("i ", strong("b"), " i")]],
  ["~~gone~~", [del("gone")]],
  ["snake_case_name and 2 * 3 * 4", ["snake_case_name and 2 * 3 * 4"]],
  ["**open", ["**open"]],
  ["`a*b*` ``x`y``", [code("a*b*"), " ", code("x`y")]],
  ["\\*not\\* \\[1\\]", ["*not* [1]"]],
  ["one\ntwo", ["one", br, "two"]],
  ["yes [1][2].", ["yes ", mark("1"), mark("2"), "."]],
  ["[docs](https://a.example/x_(y))", [link("https://a.example/x_(y)", "docs")]],
  ['[**b**](https://a.example "t")', [link("https://a.example/", strong("b"))]],
  ["see https://a.example/p.", ["see ", link("https://a.example/p", "https://a.example/p"), "."]],
  ["(https://a.example)", ["(", link("https://a.example/", "https://a.example"), ")"]],
  ["![alt](https://a.example/p.png)", [link("https://a.example/p.png", "alt")]],
  ["[a](javascript:x)", ["a"]],
  ["[a](/relative)", ["a"]],
  ["<b>hi</b>", ["<b>hi</b>"]],
])("inline %j", (text, expected) => {
  expect(parseInline(text)).toEqual(expected);
});

test("blocks", () => {
  const text = "# T #\n\npara\nsame\n\n---\n\n> q\n> r\n\n```js\nlet a;\n\n  b\n```\nafter";
  expect(parseMarkdown(text)).toEqual([
    ["h3", {}, "T"],
    p("para", br, "same"),
    ["hr", {}],
    quote(p("q", br, "r")),
    pre("let a;\n\n  b"),
    p("after"),
  ]);
});

test("lists: nested, loose, numbered from where they start, code inside", () => {
  expect(parseMarkdown("- a\n  - b\n  - c\n\n- d")).toEqual([ul(li("a", ul(li("b"), li("c"))), li("d"))]);
  expect(parseMarkdown("3. a\n   ```\n   x\n   ```\n4. b\nlazy\n\nafter")).toEqual([
    ["ol", { start: 3 }, li("a", pre("x")), li("b", br, "lazy")],
    p("after"),
  ]);
  // Of several paragraphs, the first stands beside its mark too.
  expect(parseMarkdown("- a\n\n  b")).toEqual([ul(li("a", p("b")))]);
});

test("tables: a head, rows, borders that are none", () => {
  expect(parseMarkdown("| a | b |\n|---|:-:|\n| 1 \\| 2 | **3** |\nafter")).toEqual([
    [
      "div.table",
      { tabindex: 0 },
      [
        "table",
        {},
        made("tr")(made("th")("a"), made("th")("b")),
        made("tr")(made("td")("1 | 2"), made("td")(strong("3"))),
      ],
    ],
    p("after"),
  ]);
});

test("where what reads tables is not there yet, their lines stand as they are", () => {
  expect(parse("| a | b |\n|---|---|", () => undefined)).toEqual([p("| a | b |", br, "|---|---|")]);
});

test("lists indented as a whole, or a little unevenly, stay one list", () => {
  for (const text of ["  - a\n  - b", "- a\n - b", " 1. a\n1. b"]) {
    const [list, ...others] = parseMarkdown(text);
    expect(others).toEqual([]);
    expect(list?.slice(2)).toEqual([li("a"), li("b")]);
  }
});

test("while it is being written: an open code block runs to the end", () => {
  expect(parseMarkdown("```\nlet a")).toEqual([pre("let a")]);
});

function links(blocks: unknown): string[] {
  if (Array.isArray(blocks)) return blocks.flatMap(links);
  if (!blocks || typeof blocks !== "object") return [];
  const href = "href" in blocks ? [String(blocks.href)] : [];
  return [...href, ...links(Object.values(blocks))];
}

test("whatever is written, it parses, and every link is one we would follow", () => {
  const pieces = [
    "[",
    "](",
    ")",
    "javascript:",
    "https://a",
    "**",
    "*",
    "_",
    "`",
    "```",
    "\n",
    "\n\n",
    "- ",
    "1. ",
    "> ",
    "  ",
    "# ",
    "<",
    ">",
    "a",
    "[1]",
    "\\",
    "~~",
    "!",
  ];
  const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3 })), { maxLength: 60 });
  fc.assert(
    fc.property(text, (parts) => {
      for (const href of links(parseMarkdown(parts.join("")))) expect(toSafeAddress(href)).toBe(href);
    }),
  );
});

test("no input makes it slow", () => {
  for (const piece of [
    "*a ",
    "`",
    "``a",
    "[",
    "[a](",
    "_a",
    "**",
    "> ",
    "- ",
    "(",
    "~~a ",
    "https://",
    "\\",
    "![a]((",
    "[a](b(c)",
  ]) {
    const started = performance.now();
    parseMarkdown(piece.repeat(8000 / piece.length));
    expect(performance.now() - started, piece).toBeLessThan(1000);
  }
});
