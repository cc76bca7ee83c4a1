import fc from "fast-check";
import { expect, test } from "vitest";
import type { Block, Inline } from "./markdown-tree";
import { parseMarkdown } from "./parse-blocks";
import { parseInline } from "./parse-inline";
import { toSafeAddress } from "./safe-address";

const p = (...children: Inline[]): Block => ({ kind: "paragraph", children });
const strong = (...children: Inline[]): Inline => ({ kind: "strong", children });
const em = (...children: Inline[]): Inline => ({ kind: "em", children });
const link = (href: string, ...children: Inline[]): Inline => ({ kind: "link", href, children });

test.each<[string, Inline[]]>([
  ["plain", ["plain"]],
  ["a **b** c", ["a ", strong("b"), " c"]],
  ["__b__ and _i_ and *i*", [strong("b"), " and ", em("i"), " and ", em("i")]],
  ["***both***", [strong(em("both"))]],
  ["**b *i* b**", [strong("b ", em("i"), " b")]],
  ["*i **b** i*", [em("i ", strong("b"), " i")]],
  ["~~gone~~", [{ kind: "del", children: ["gone"] }]],
  ["snake_case_name and 2 * 3 * 4", ["snake_case_name and 2 * 3 * 4"]],
  ["**open", ["**open"]],
  ["`a*b*` ``x`y``", [{ kind: "code", text: "a*b*" }, " ", { kind: "code", text: "x`y" }]],
  ["\\*not\\* \\[1\\]", ["*not* [1]"]],
  ["one\ntwo", ["one", { kind: "break" }, "two"]],
  ["yes [1][2].", ["yes ", { kind: "mark", number: 1 }, { kind: "mark", number: 2 }, "."]],
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
    { kind: "heading", level: 1, children: ["T"] },
    p("para", { kind: "break" }, "same"),
    { kind: "rule" },
    { kind: "quote", children: [p("q", { kind: "break" }, "r")] },
    { kind: "code", text: "let a;\n\n  b" },
    p("after"),
  ]);
});

test("lists: nested, loose, numbered from where they start, code inside", () => {
  expect(parseMarkdown("- a\n  - b\n  - c\n\n- d")).toEqual([
    {
      kind: "list",
      ordered: false,
      start: 1,
      items: [[p("a"), { kind: "list", ordered: false, start: 1, items: [[p("b")], [p("c")]] }], [p("d")]],
    },
  ]);
  expect(parseMarkdown("3. a\n   ```\n   x\n   ```\n4. b\nlazy\n\nafter")).toEqual([
    {
      kind: "list",
      ordered: true,
      start: 3,
      items: [[p("a"), { kind: "code", text: "x" }], [p("b", { kind: "break" }, "lazy")]],
    },
    p("after"),
  ]);
});

test("lists indented as a whole, or a little unevenly, stay one list", () => {
  for (const text of ["  - a\n  - b", "- a\n - b", " 1. a\n1. b"]) {
    expect(parseMarkdown(text)).toMatchObject([{ kind: "list", items: [[p("a")], [p("b")]] }]);
  }
});

test("while it is being written: an open code block runs to the end", () => {
  expect(parseMarkdown("```\nlet a")).toEqual([{ kind: "code", text: "let a" }]);
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
