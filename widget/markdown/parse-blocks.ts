import type { ReadTable } from "../extra/table";
import type { Drawn } from "./markdown-tree";
import { LTR, parseInline } from "./parse-inline";

const DEEPEST = 5;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$/;
const RULE = /^ {0,3}([-*_])(\s*\1){2,}\s*$/;
const QUOTE = /^ {0,3}> ?/;
const ITEM = /^( {0,3})([-*+]|\d{1,9}[.)])(\s+|$)/;

/**
 * Reads an answer's markdown into blocks. Made for text that is still being written: nothing throws. `tables` gives what
 * reads a table; until that is there, it stays lines.
 */
export function parseMarkdown(text: string, tables: () => ReadTable | undefined): Drawn[] {
  return parseLines(text.replace(/\r\n?/g, "\n").replace(/\t/g, "    ").split("\n"), 0, tables);
}

function parseLines(lines: string[], depth: number, tables: () => ReadTable | undefined): Drawn[] {
  const blocks: Drawn[] = [];
  let paragraph: string[] = [];
  let at = 0;

  function endParagraph() {
    if (paragraph.length) blocks.push(["p", {}, ...parseInline(paragraph.join("\n"))]);
    paragraph = [];
  }

  /** What begins at a line that is no paragraph's, with all that belongs to it; `at` is behind it then. */
  function take(line: string): Drawn | undefined {
    const [, fence] = FENCE.exec(line) ?? [];
    const [, marks, title = ""] = HEADING.exec(line) ?? [];
    if (fence) return takeCode(line, fence);
    // The panel's own title is level 2.
    if (marks) return [`h${Math.min(6, marks.length + 2)}`, {}, ...parseInline(title)];
    const table = line.includes("|") && tables()?.(lines, at - 1, parseInline);
    if (table) {
      at = table[1];
      return table[0];
    }
    if (RULE.test(line)) return ["hr", {}];
    if (depth >= DEEPEST) return undefined;
    if (ITEM.test(line)) return takeList(line);
    if (!QUOTE.test(line)) return undefined;
    const inner = [line];
    while (QUOTE.test(lines[at] as string)) inner.push(lines[at++] as string);
    const said = inner.map((one) => one.replace(QUOTE, ""));
    return ["blockquote", {}, ...parseLines(said, depth + 1, tables)];
  }

  /** An open code block runs to the end. */
  function takeCode(line: string, fence: string): Drawn {
    const inner: string[] = [];
    for (; at < lines.length; at++) {
      const next = lines[at] as string;
      const bare = next.trim();
      if (bare.startsWith(fence) && /^(`+|~+)$/.test(bare)) break;
      inner.push(outdent(next, line.search(/\S/)));
    }
    at++;
    return ["pre", { ...LTR, tabindex: 0 }, ["code", {}, inner.join("\n")]];
  }

  /** Items may hold anything that is indented; how far differs from model to model, so two spaces are enough. */
  function takeList(first: string): Drawn {
    const numberOf = (line: string) => Number.parseInt(line, 10);
    const start = numberOf(first);
    const nested = first.search(/\S/) + 2;
    const items: string[][] = [];
    let indent = 0;
    for (at--; at < lines.length; at++) {
      const line = lines[at] as string;
      const [mark] = ITEM.exec(line) ?? [];
      const spaces = line.search(/\S/);
      const last = items.at(-1);
      if (last && (spaces < 0 || spaces >= nested)) {
        last.push(outdent(line, indent));
      } else if (mark && numberOf(line) >= 0 === start >= 0 && !RULE.test(line)) {
        indent = mark.length;
        items.push([line.slice(indent)]);
      } else if (mark || [FENCE, HEADING, QUOTE, RULE].some((one) => one.test(line)) || !lines[at - 1]?.trim()) {
        break;
      } else {
        last?.push(line);
      }
    }
    const drawn = items.map((item): Drawn => {
      const [head, ...others] = parseLines(item, depth + 1, tables);
      // An item of one paragraph needs no paragraph.
      const [tag, , ...words] = head ?? [];
      return ["li", {}, ...(tag === "p" ? words : head ? [head] : []), ...others];
    });
    return start >= 0 ? ["ol", { start }, ...drawn] : ["ul", {}, ...drawn];
  }

  while (at < lines.length) {
    const line = lines[at++] as string;
    const taken = take(line);
    if (taken || !line.trim()) endParagraph();
    else paragraph.push(line.trim());
    if (taken) blocks.push(taken);
  }
  endParagraph();
  return blocks;
}

/** Without as many spaces at its beginning, as far as there are any. */
const outdent = (line: string, spaces: number) => line.slice(Math.min(spaces, Math.max(0, line.search(/\S/))));
