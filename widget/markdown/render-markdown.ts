import type { ReadTable } from "../extra/table";
import { createCopyButton } from "../view/copy-button";
import { element } from "../view/kit";
import type { Words } from "../words";
import type { Drawn, Markup } from "./markdown-tree";
import { parseMarkdown } from "./parse-blocks";

export interface MarkdownView {
  node: HTMLElement;
  /** Draws the text as it now stands; blocks that did not change keep their nodes, and so selection and focus. */
  show(markdown: string): void;
}

export interface MarkdownWorld {
  words: Pick<Words, "copyCode" | "copied" | "copyFailed">;
  /** Tells a screen reader. */
  say(sentence: string): void;
  /** What reads tables; nothing until that part is there, and then all is drawn again. */
  tables(): ReadTable | undefined;
  /** The button for a citation mark, or null when nothing was cited under that number. */
  mark(number: number): HTMLElement | null;
  /** Changes when marks mean something else than before. */
  marksKey(): string;
}

/** What is longer goes on as plain text: no list of ten thousand items may hold up the host's page. */
const LONGEST = 20_000;

/** Draws markdown as nodes. No HTML is ever parsed: every string becomes a text node or a checked attribute. */
export function createMarkdownView(world: MarkdownWorld): MarkdownView {
  const { words } = world;
  const node = element("div.prose");
  let drawn: { key: string; made: HTMLElement }[] = [];

  const draw = (one: Markup) => (typeof one === "string" ? one : drawElement(one));

  function drawElement([tag, about, ...children]: Drawn): HTMLElement | string {
    const [said] = children as string[];
    if (tag === "mark") return world.mark(Number(said)) ?? `[${said}]`;
    const inner = children.map(draw);
    if (tag === "a") return link(`${about.href}`, ...inner);
    const made = element(tag as "p", about, ...inner);
    if (tag !== "pre") return made;
    return element(
      "div.code",
      {},
      made,
      createCopyButton(words, words.copyCode, () => made.textContent, world.say),
    );
  }

  return {
    node,
    show(markdown) {
      const marks = world.marksKey();
      const blocks = parseMarkdown(markdown.slice(0, LONGEST), world.tables);
      const rest = markdown.slice(LONGEST);
      if (rest) blocks.push(["p", {}, rest]);
      const next = blocks.map((one, at) => {
        const key = marks + JSON.stringify(one);
        const before = drawn[at];
        if (before?.key === key) return before;
        const made = drawElement(one) as HTMLElement;
        if (before) before.made.replaceWith(made);
        else node.append(made);
        return { key, made };
      });
      for (const gone of drawn.slice(next.length)) gone.made.remove();
      drawn = next;
    },
  };
}

/** A link that opens beside the page and tells the other side nothing about it. */
export function link(href: string, ...children: (Node | string)[]): HTMLAnchorElement {
  return element("a", { href, target: "_blank", rel: "noopener noreferrer nofollow" }, ...children);
}
