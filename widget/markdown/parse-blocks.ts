import type { Block, Inline } from "./markdown-tree";
import { parseInline } from "./parse-inline";

const DEEPEST = 5;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$/;
const RULE = /^ {0,3}([-*_])(\s*\1){2,}\s*$/;
const QUOTE = /^ {0,3}> ?/;
const ITEM = /^( {0,3})([-*+]|\d{1,9}[.)])(\s+|$)/;
/** The line under a table's head; a pipe is needed, or it might be a rule. */
const DELIMITERS = /^ {0,3}(?=.*\|)\|?( *:?-+:? *\|)* *(:?-+:?)? *$/;

/**
 * Reads an answer's markdown into blocks. Made for text that is still being written: an open code block runs to the
 * end, and nothing throws.
 */
export function parseMarkdown(text: string): Block[] {
  return parseLines(text.replace(/\r\n?/g, "\n").replace(/\t/g, "    ").split("\n"), 0);
}

function parseLines(lines: string[], depth: number): Block[] {
  const blocks: Block[] = [];
  let paragraph: string[] = [];
  let at = 0;

  function endParagraph() {
    if (paragraph.length) blocks.push({ kind: "paragraph", children: parseInline(paragraph.join("\n").trim()) });
    paragraph = [];
  }

  while (at < lines.length) {
    const line = lines[at] ?? "";
    const heading = HEADING.exec(line);
    if (!line.trim()) {
      endParagraph();
      at++;
    } else if (FENCE.test(line)) {
      endParagraph();
      at = takeFence(lines, at, blocks);
    } else if (heading) {
      endParagraph();
      blocks.push({ kind: "heading", level: heading[1]?.length ?? 1, children: parseInline(heading[2] ?? "") });
      at++;
    } else if (line.includes("|") && DELIMITERS.test(lines[at + 1] ?? "")) {
      endParagraph();
      const rows = [cellsOf(line)];
      for (at += 2; lines[at]?.includes("|"); at++) rows.push(cellsOf(lines[at] ?? ""));
      blocks.push({ kind: "table", rows });
    } else if (RULE.test(line)) {
      endParagraph();
      blocks.push({ kind: "rule" });
      at++;
    } else if (depth < DEEPEST && QUOTE.test(line)) {
      endParagraph();
      const inner: string[] = [];
      for (; at < lines.length && QUOTE.test(lines[at] ?? ""); at++) inner.push((lines[at] ?? "").replace(QUOTE, ""));
      blocks.push({ kind: "quote", children: parseLines(inner, depth + 1) });
    } else if (depth < DEEPEST && ITEM.test(line)) {
      endParagraph();
      at = takeList(lines, at, blocks, depth);
    } else {
      paragraph.push(line.trim());
      at++;
    }
  }
  endParagraph();
  return blocks;
}

/** A row's cells; `\|` is no border. */
function cellsOf(line: string): Inline[][] {
  const row = line.trim().replace(/^\||(?<!\\)\|$/g, "");
  return row.split(/(?<!\\)\|/).map((cell) => parseInline(cell.trim()));
}

function takeFence(lines: string[], from: number, blocks: Block[]): number {
  const fence = FENCE.exec(lines[from] ?? "")?.[1] ?? "```";
  const indent = (lines[from] ?? "").search(/\S/);
  const inner: string[] = [];
  let at = from + 1;
  for (; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (line.trim().startsWith(fence) && /^(`+|~+)$/.test(line.trim())) break;
    inner.push(line.slice(Math.min(indent, Math.max(0, line.search(/\S/)))));
  }
  blocks.push({ kind: "code", text: inner.join("\n") });
  return at + 1;
}

/** Items may hold anything that is indented; how far differs from model to model, so two spaces are enough. */
function takeList(lines: string[], from: number, blocks: Block[], depth: number): number {
  const isOrdered = (item: RegExpExecArray | null) => /\d/.test(item?.[2] ?? "");
  const first = ITEM.exec(lines[from] ?? "");
  const nested = (first?.[1] ?? "").length + 2;
  const items: string[][] = [];
  let indent = 0;
  let at = from;
  for (; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const item = ITEM.exec(line);
    const spaces = line.search(/\S/);
    const last = items.at(-1);
    if (last && (spaces < 0 || spaces >= nested)) {
      last.push(line.slice(Math.min(indent, Math.max(0, spaces))));
    } else if (item && isOrdered(item) === isOrdered(first) && !RULE.test(line)) {
      indent = item[0].length;
      items.push([line.slice(indent)]);
    } else if (item || [FENCE, HEADING, QUOTE, RULE].some((start) => start.test(line)) || !lines[at - 1]?.trim()) {
      break;
    } else {
      last?.push(line);
    }
  }
  const ordered = isOrdered(first);
  const start = ordered ? Number.parseInt(first?.[2] ?? "", 10) : 1;
  blocks.push({ kind: "list", ordered, start, items: items.map((item) => parseLines(item, depth + 1)) });
  return at;
}
