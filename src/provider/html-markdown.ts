// HTML → markdown that says nothing but what stands on the page: headings, lists, tables and code keep their form; links,
// emphasis and escapes leave no sign in the text, so that a quote stands there word for word.
import TurndownService from "turndown";

const REMOVED = ["nav", "footer", "img", "video", "audio", "canvas"] as (keyof HTMLElementTagNameMap)[];

export function toPlainMarkdown(root: HTMLElement): string {
  const turndown = new TurndownService({ headingStyle: "atx", codeBlockStyle: "fenced", bulletListMarker: "-" });
  turndown.escape = (text) => text;
  turndown.remove(REMOVED);
  turndown.addRule("plain", {
    filter: (node) =>
      ["A", "STRONG", "B", "EM", "I"].includes(node.nodeName) ||
      (node.nodeName === "CODE" && node.parentNode?.nodeName !== "PRE"),
    replacement: (content) => content,
  });
  turndown.addRule("item", { filter: "li", replacement: toItem });
  turndown.addRule("table", { filter: (node) => node.nodeName === "TABLE" && isData(node), replacement: toTable });
  return turndown.turndown(root).trim();
}

function toItem(content: string, node: Node): string {
  const list = node.parentNode as Element | null;
  const place = [...(list?.children ?? [])].indexOf(node as Element);
  const first = Number(list?.getAttribute("start") ?? 1) || 1;
  const mark = list?.nodeName === "OL" ? `${first + place}. ` : "- ";
  const body = content.trim().replace(/\n(?=[^\n])/g, `\n${" ".repeat(mark.length)}`);
  return `${mark}${body}${node.nextSibling ? "\n" : ""}`;
}

// Not one that lays out a page, nor one whose cells hold more than a line.
function isData(table: Element): boolean {
  const rows = [...table.querySelectorAll("tr")];
  const block = "table, h1, h2, h3, h4, h5, h6, ul, ol, pre, blockquote, p + p";
  return rows.length > 1 && rows.some(({ children }) => children.length > 1) && table.querySelector(block) === null;
}

function toTable(_content: string, node: Node): string {
  const rows = [...(node as Element).querySelectorAll("tr")].map(({ children }) =>
    [...children].map((cell) => (cell.textContent ?? "").replace(/\s+/g, " ").trim().replaceAll("|", "\\|")),
  );
  const width = Math.max(...rows.map((cells) => cells.length));
  const line = (cells: string[]) => `| ${Array.from({ length: width }, (_, i) => cells[i] ?? "").join(" | ")} |`;
  const [head = [], ...body] = rows;
  const caption = (node as Element).querySelector("caption")?.textContent?.trim();
  const table = [line(head), line(Array<string>(width).fill("---")), ...body.map(line)].join("\n");
  return `\n\n${caption ? `${caption}\n\n` : ""}${table}\n\n`;
}
