import type { Drawn, Markup } from "./markdown-tree";
import { toSafeAddress } from "./safe-address";

const DEEPEST = 6;
export const LTR = { dir: "ltr" };

// What can stand in a line, in the order it is looked for. No alternative can match one text in two ways, so no
// input makes it slow; how far a span may reach is bounded, or each of many that never end would be sought to the end.
const SPAN =
  "\\\\([!-/:-@[-`{-~])|" + // 1 escaped
  "(`{1,3})([^]{0,400}?[^`])\\2(?!`)|" + // 3 code
  '!?\\[((?:[^[\\]\\\\]|\\\\.)*)\\]\\(<?([^\\s()<>]*(?:\\([^\\s()<>]*\\)[^\\s()<>]*)*)>?(?:\\s+"[^"]*")?\\)|' + // 5 link; an image is a link too
  "\\[(\\d{1,3})\\]|" + // 6 citation mark
  '(?<!\\w)(https?:\\/\\/[^\\s<>"`*|]{1,2000})|' + // 7 bare address
  "(\\*\\*|__|~~)(?=\\S)([^]{0,400}?\\S)\\8(?![*_~])|" + // 9 strong or struck
  "([*_])(?=[^\\s*_])([^]{0,400}?[^\\s*_])\\10(?![*_])|" + // 11 emphasis
  "\\\\?\\n"; // a break: an answer's line ends are meant

/** Reads what stands inside a paragraph; anything that is not understood stays text. */
export function parseInline(text: string, depth = 0): Markup[] {
  const out: Markup[] = [];
  const span = new RegExp(SPAN, "g");
  let at = 0;

  function put(node: Markup) {
    const last = out.length - 1;
    if (typeof node === "string" && typeof out[last] === "string") out[last] += node;
    else if (node) out.push(node);
  }

  for (let found = span.exec(text); found; found = span.exec(text)) {
    const { index } = found;
    const [whole] = found;
    // snake_case_names are no spans.
    const isInside =
      whole[0] === "_" && /\w_|_\w/.test(`${text.charAt(index - 1)}_${text.charAt(index + whole.length)}`);
    const node = depth < DEEPEST && !isInside ? readSpan(found, depth + 1) : null;
    put(text.slice(at, index));
    // What only looked like a span gives up its first character and is looked at again behind it.
    put(node ?? (whole[0] as string));
    // Of a bare address, what is behind it belongs to the sentence.
    at = index + (node === null ? 1 : found[7] ? (node[2] as string).length : whole.length);
    span.lastIndex = at;
  }
  put(text.slice(at));
  return out;
}

function readSpan(found: RegExpExecArray, depth: number): Markup | null {
  const [, escaped, , code, label, said = "", number, bare, fence, strong, , emphasis] = found;
  const inner = (tag: string, text: string): Drawn => [tag, {}, ...parseInline(text, depth)];
  if (escaped) return escaped;
  if (code) return ["code", LTR, code.trim() || code];
  if (label !== undefined) {
    const href = toSafeAddress(said);
    // A link inside a link cannot be drawn; its words stay.
    return href ? ["a", { href }, ...parseInline(label || said, depth).flatMap(withoutLink)] : label;
  }
  if (number) return ["mark", {}, number];
  if (bare) return readBare(bare);
  if (strong) return inner(fence === "~~" ? "del" : "strong", strong);
  return emphasis ? inner("em", emphasis) : ["br", {}];
}

const withoutLink = (child: Markup): Markup[] =>
  child[0] === "a" && typeof child !== "string" ? (child.slice(2) as Markup[]) : [child];

/** The full stop after an address belongs to the sentence, and so does a bracket that was opened before it. */
function readBare(bare: string): Drawn | null {
  let said = bare.replace(/[.,;:!?\]}']+$/, "");
  if (!said.includes("(")) said = said.replace(/\).*$/, "");
  const href = toSafeAddress(said);
  return href ? ["a", { href }, said] : null;
}
