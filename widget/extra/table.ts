// A part of its own: tables in an answer's markdown. Few answers have one.

import type { ChatWorld } from "../chat-world";
import type { Drawn, Markup } from "../markdown/markdown-tree";
import styles from "./table.css";

/** The line under a table's head; a pipe is needed, or it might be a rule. */
const DELIMITERS = /^ {0,3}(?=.*\|)\|?( *:?-+:? *\|)* *(:?-+:?)? *$/;

/** A table whose head is a line, with the number of the first line behind it; null where none begins. */
export type ReadTable = (
  lines: readonly string[],
  head: number,
  inline: (text: string) => Markup[],
) => [table: Drawn, behind: number] | null;

export const readTable: ReadTable = (lines, head, inline) => {
  let at = head + 1;
  if (!DELIMITERS.test(lines[at] ?? "")) return null;
  /** A row's cells; `\|` is no border. */
  const rowOf = (tag: string, line: string): Drawn => {
    const row = line.trim().replace(/^\||(?<!\\)\|$/g, "");
    return ["tr", {}, ...row.split(/(?<!\\)\|/).map((cell): Markup => [tag, {}, ...inline(cell.trim())])];
  };
  const rows = [rowOf("th", lines[head] ?? "")];
  while (lines[++at]?.includes("|")) rows.push(rowOf("td", lines[at] as string));
  // What is wider than the panel scrolls in a box of its own.
  return [["div.table", { tabindex: 0 }, ["table", {}, ...rows]], at];
};

/** Makes tables readable and draws them. */
export function createTables({ adopt }: Pick<ChatWorld, "adopt">): ReadTable {
  adopt(styles);
  return readTable;
}
