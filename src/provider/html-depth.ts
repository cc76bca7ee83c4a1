// Elements nested a hundred thousand deep: what walks them calls itself for each. Refused before anything does.
import { FetchRefused } from "./fetch-refused";

const MOST_DEPTH = 500;
const VOID = new Set("area base br col embed hr img input link meta param source track wbr".split(" "));
/** Elements that the next of their kind, or their parent's end, closes: unclosed they are not deep. */
const OPTIONAL_END = new Set(
  "p li dt dd tr td th option optgroup thead tbody tfoot colgroup html body head".split(" "),
);

/** Before parsing: counts tags, quick and roughly. */
export function requireShallowText(html: string): void {
  let depth = 0;
  for (const [, close, name = "", selfClosed] of html.matchAll(/<(\/?)([a-z][a-z0-9-]*)(?:[^<>]*?(\/)?)>/gi)) {
    const tag = name.toLowerCase();
    if (VOID.has(tag) || OPTIONAL_END.has(tag) || selfClosed) continue;
    depth = close ? Math.max(0, depth - 1) : depth + 1;
    // Unclosed elements add up over a long page: only far beyond what the tree is allowed is it told from the text.
    if (depth > 20 * MOST_DEPTH) throw tooDeep();
  }
}

/** After parsing: exactly, without calling itself. */
export function requireShallow(root: Node): void {
  let depth = 0;
  let node: Node | null = root;
  while (node) {
    if (node.firstChild) {
      node = node.firstChild;
      if (++depth > MOST_DEPTH) throw tooDeep();
      continue;
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      depth--;
    }
    node = node && node !== root ? node.nextSibling : null;
  }
}

function tooDeep(): FetchRefused {
  return new FetchRefused(`Its elements are nested more than ${MOST_DEPTH} deep.`);
}
