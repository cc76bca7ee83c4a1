import { element } from "../view/element";
import type { Block, Inline } from "./markdown-tree";
import { parseMarkdown } from "./parse-blocks";

export interface MarkdownView {
  node: HTMLElement;
  /** Draws the text as it now stands; blocks that did not change keep their nodes, and so selection and focus. */
  show(markdown: string): void;
}

export interface MarkdownWorld {
  document: Document;
  /** The button for a citation mark, or null when nothing was cited under that number. */
  mark(number: number): HTMLElement | null;
  /** Changes when marks mean something else than before. */
  marksKey(): string;
  /** Stands in the corner of a code block. */
  codeAction(text: string): HTMLElement;
}

/** Draws markdown as nodes. No HTML is ever parsed: every string becomes a text node or a checked attribute. */
export function createMarkdownView(world: MarkdownWorld): MarkdownView {
  const { document } = world;
  const node = element(document, "div.prose");
  let drawn: { key: string; node: Node }[] = [];

  function inline(children: Inline[]): Node[] {
    return children.map((child) => {
      if (typeof child === "string") return document.createTextNode(child);
      switch (child.kind) {
        case "code":
          return element(document, "code", { dir: "ltr" }, child.text);
        case "break":
          return element(document, "br");
        case "mark":
          return world.mark(child.number) ?? document.createTextNode(`[${child.number}]`);
        case "link":
          return link(document, child.href, ...inline(child.children));
        default:
          return element(document, child.kind, {}, ...inline(child.children));
      }
    });
  }

  function block(one: Block): HTMLElement {
    switch (one.kind) {
      case "paragraph":
        return element(document, "p", {}, ...inline(one.children));
      case "heading":
        // The panel's own title is level 2.
        return element(document, `h${Math.min(6, one.level + 2) as 3 | 4 | 5 | 6}`, {}, ...inline(one.children));
      case "code": {
        const pre = element(document, "pre", { dir: "ltr", tabindex: 0 }, element(document, "code", {}, one.text));
        return element(document, "div.code", {}, pre, world.codeAction(one.text));
      }
      case "quote":
        return element(document, "blockquote", {}, ...one.children.map(block));
      case "list": {
        const items = one.items.map((item) => element(document, "li", {}, ...tight(item)));
        return element(
          document,
          one.ordered ? "ol" : "ul",
          { start: one.ordered && one.start !== 1 && one.start },
          ...items,
        );
      }
      case "table": {
        const rows = one.rows.map((cells, at) =>
          element(document, "tr", {}, ...cells.map((cell) => element(document, at ? "td" : "th", {}, ...inline(cell)))),
        );
        // What is wider than the panel scrolls in a box of its own.
        return element(document, "div.table", { tabindex: 0 }, element(document, "table", {}, ...rows));
      }
      case "rule":
        return element(document, "hr");
    }
  }

  /** An item of one paragraph needs no paragraph. */
  function tight(item: Block[]): Node[] {
    const [first, ...others] = item;
    return first?.kind === "paragraph" ? [...inline(first.children), ...others.map(block)] : item.map(block);
  }

  return {
    node,
    show(markdown) {
      const marks = world.marksKey();
      const blocks = parseMarkdown(markdown);
      const next = blocks.map((one, at) => {
        const key = marks + JSON.stringify(one);
        const before = drawn[at];
        if (before?.key === key) return before;
        const made = { key, node: block(one) };
        if (before) node.replaceChild(made.node, before.node);
        else node.append(made.node);
        return made;
      });
      for (const gone of drawn.slice(next.length)) node.removeChild(gone.node);
      drawn = next;
    },
  };
}

/** A link that opens beside the page and tells the other side nothing about it. */
export function link(document: Document, href: string, ...children: (Node | string)[]): HTMLAnchorElement {
  return element(document, "a", { href, target: "_blank", rel: "noopener noreferrer nofollow" }, ...children);
}
