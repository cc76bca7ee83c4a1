import type { Inline } from "./markdown-tree";
import { toSafeAddress } from "./safe-address";

const DEEPEST = 6;

// What can stand in a line, in the order it is looked for. No alternative can match one text in two ways, so no
// input makes it slow; how far a span may reach is bounded, or each of many that never end would be sought to the end.
const SPAN = new RegExp(
  [
    "\\\\([!-/:-@[-`{-~])", // 1 escaped
    "(`{1,3})([^]{0,400}?[^`])\\2(?!`)", // 3 code
    '!?\\[((?:[^[\\]\\\\]|\\\\.)*)\\]\\(<?([^\\s()<>]*(?:\\([^\\s()<>]*\\)[^\\s()<>]*)*)>?(?:\\s+"[^"]*")?\\)', // 5 link; an image is a link too
    "\\[(\\d{1,3})\\]", // 6 citation mark
    '(https?:\\/\\/[^\\s<>"`*|]{1,2000})', // 7 bare address
    "(\\*\\*|__|~~)(?=\\S)([^]{0,400}?\\S)\\8(?![*_~])", // 9 strong or struck
    "([*_])(?=[^\\s*_])([^]{0,400}?[^\\s*_])\\10(?![*_])", // 11 emphasis
    "\\\\?\\n", // a break: an answer's line ends are meant
  ].join("|"),
  "g",
);

/** Reads what stands inside a paragraph; anything that is not understood stays text. */
export function parseInline(text: string, depth = 0): Inline[] {
  const out: Inline[] = [];
  const span = new RegExp(SPAN, "g");
  let at = 0;

  function put(node: Inline) {
    const last = out.length - 1;
    if (typeof node === "string" && typeof out[last] === "string") out[last] += node;
    else if (node) out.push(node);
  }

  for (let found = span.exec(text); found; found = span.exec(text)) {
    const [whole] = found;
    const read = depth < DEEPEST && !isInsideWord(text, found) && readSpan(found, depth + 1);
    // What only looked like a span gives up its first character and is looked at again behind it.
    const [node, length] = read || [whole.charAt(0), 1];
    put(text.slice(at, found.index));
    put(node);
    at = found.index + length;
    span.lastIndex = at;
  }
  put(text.slice(at));
  return out;
}

/** snake_case_names and addresses glued to a word are no spans. */
function isInsideWord(text: string, found: RegExpExecArray): boolean {
  const [whole] = found;
  const before = /\w/.test(text.charAt(found.index - 1));
  const after = /\w/.test(text.charAt(found.index + whole.length));
  return whole.startsWith("_") ? before || after : before && found[7] !== undefined;
}

function readSpan(found: RegExpExecArray, depth: number): [Inline, number] | null {
  const [whole, escaped, , code, label, said = "", number, bare, fence, strong, , emphasis] = found;
  const { length } = whole;
  if (escaped) return [escaped, length];
  if (code !== undefined) return [{ kind: "code", text: code.trim() || code }, length];
  if (label !== undefined) {
    const href = toSafeAddress(said);
    if (!href) return [label, length];
    return [{ kind: "link", href, children: parseInline(label || said, depth).flatMap(withoutLink) }, length];
  }
  if (number) return [{ kind: "mark", number: Number(number) }, length];
  if (bare) return readBare(bare);
  if (strong) return [{ kind: fence === "~~" ? "del" : "strong", children: parseInline(strong, depth) }, length];
  if (emphasis) return [{ kind: "em", children: parseInline(emphasis, depth) }, length];
  return [{ kind: "break" }, length];
}

/** A link inside a link cannot be drawn; its words stay. */
function withoutLink(child: Inline): Inline[] {
  return typeof child === "object" && child.kind === "link" ? child.children : [child];
}

/** The full stop after an address belongs to the sentence, and so does a bracket that was opened before it. */
function readBare(bare: string): [Inline, number] | null {
  let said = bare.replace(/[.,;:!?\]}']+$/, "");
  if (!said.includes("(")) said = said.replace(/\).*$/, "");
  const href = toSafeAddress(said);
  return href ? [{ kind: "link", href, children: [said] }, said.length] : null;
}
