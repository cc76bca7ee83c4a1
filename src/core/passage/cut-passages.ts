// Markdown or plain text → passages: cut along headings, about 200 to 350 words, a little overlap inside a section.
import { countWords, toSentences } from "./sentences";

const MOST_WORDS = 350;
const OVERLAP_WORDS = 40;

export interface CutPassage {
  /** The headings above it, outermost first. */
  headings: string[];
  /** Slug of the innermost heading, as GitHub makes it. */
  anchor: string | null;
  text: string;
}

/** Total on any text; an empty or invisible one has no passages. A first heading that repeats `title` is left out. */
export function cutPassages(text: string, title: string): CutPassage[] {
  return toSections(toVisibleText(text), title).flatMap(({ headings, blocks }) =>
    pack(blocks).map((body) => ({ headings, anchor: toAnchor(headings.at(-1)), text: body })),
  );
}

/** Drops what no reader sees and what could smuggle words past one: zero-width, control and bidi override characters. */
export function toVisibleText(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u{e0000}-\u{e007f}]/gu, "")
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/[^\P{C}\n\t]/gu, "");
}

interface Section {
  headings: string[];
  blocks: string[];
}

function toSections(text: string, title: string): Section[] {
  let section: Section = { headings: [], blocks: [] };
  const sections = [section];
  const path: { depth: number; heading: string }[] = [];
  for (const block of toBlocks(text)) {
    const heading = /^(#{1,6})[ \t]+(.+?)[ \t#]*$/.exec(block);
    if (!heading?.[1] || !heading[2]) {
      section.blocks.push(block);
      continue;
    }
    const depth = heading[1].length;
    while ((path.at(-1)?.depth ?? 0) >= depth) path.pop();
    const words = toPlain(heading[2]);
    if (sections.length > 1 || section.blocks.length > 0 || words !== title) path.push({ depth, heading: words });
    section = { headings: path.map((step) => step.heading), blocks: [] };
    sections.push(section);
  }
  return sections.filter(({ blocks }) => blocks.length > 0);
}

// Blocks are parted by blank lines; a heading is a block by itself, a fenced code block stays whole.
function toBlocks(text: string): string[] {
  const blocks: string[] = [];
  let lines: string[] = [];
  let fence: string | null = null;
  const end = () => {
    const block = lines.join("\n").trim();
    if (block) blocks.push(block);
    lines = [];
  };
  for (const line of text.split("\n")) {
    const mark = /^\s{0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence === null && mark) fence = mark;
    else if (fence !== null && mark?.startsWith(fence)) fence = null;
    if (fence === null && !mark && (line.trim() === "" || /^#{1,6}[ \t]/.test(line))) {
      end();
      if (line.trim() === "") continue;
      lines.push(line.trim());
      end();
    } else lines.push(line);
  }
  end();
  return blocks;
}

// Fills passages with whole blocks; a block that is too long by itself is parted at its sentences.
function pack(blocks: string[]): string[] {
  const pieces = blocks.flatMap((block) => (countWords(block) > MOST_WORDS ? part(block) : [block]));
  const passages: string[] = [];
  let open: string[] = [];
  let words = 0;
  for (const piece of pieces) {
    const more = countWords(piece);
    if (open.length > 0 && words + more > MOST_WORDS) {
      passages.push(open.join("\n\n"));
      const tail = toSentences(open.at(-1) ?? "").at(-1) ?? "";
      open = countWords(tail) <= OVERLAP_WORDS && tail !== "" ? [tail] : [];
      words = countWords(open.join(" "));
    }
    open.push(piece);
    words += more;
  }
  if (open.length > 0) passages.push(open.join("\n\n"));
  return passages;
}

function part(block: string): string[] {
  const parts: string[] = [];
  let open = "";
  for (const sentence of toSentences(block).flatMap(toReach)) {
    if (open !== "" && countWords(open) + countWords(sentence) > MOST_WORDS - OVERLAP_WORDS) {
      parts.push(open);
      open = "";
    }
    open = open === "" ? sentence : `${open} ${sentence}`;
  }
  return open === "" ? parts : [...parts, open];
}

// A "sentence" without an end (a log, a list of names) is cut where its words or its letters are too many.
function toReach(sentence: string): string[] {
  if (countWords(sentence) <= MOST_WORDS && sentence.length <= 4000) return [sentence];
  return (
    sentence
      .match(/[\s\S]{1,1500}(?:\s|$)|[\s\S]{1,1500}/g)
      ?.map((piece) => piece.trim())
      .filter(Boolean) ?? []
  );
}

/** Inline markdown → what a reader sees of it. */
export function toPlain(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/(\*\*|__|\*|`|~~)/g, "")
    .replace(/(^|\s)_([^_]+)_(?=\s|$|[.,;:!?])/g, "$1$2")
    .replace(/\s+/g, " ")
    .trim();
}

/** A heading's anchor as GitHub makes it; null for none. */
export function toAnchor(heading: string | undefined): string | null {
  const slug = heading
    ?.toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, "")
    .trim()
    .replace(/\s+/g, "-");
  return slug || null;
}
