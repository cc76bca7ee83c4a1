// What JSON.parse does not tell: how deep a text is nested, and whether an object names a key twice. Of two equal keys
// one reader believes the first and another the last; what is checked must be what is used.

/** Whether brackets nest deeper than `most`, in any text. */
export function isTooDeep(text: string, most: number): boolean {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (character === '"') i = endOfText(text, i);
    else if (character === "{" || character === "[") depth += 1;
    else if (character === "}" || character === "]") depth -= 1;
    if (depth > most) return true;
  }
  return false;
}

/** A key that one object of `text` names twice; undefined for none. `text` is JSON. */
export function findRepeatedKey(text: string): string | undefined {
  // One set for each open bracket; an array's stays empty.
  const open: Set<string>[] = [];
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (character === "{" || character === "[") open.push(new Set());
    else if (character === "}" || character === "]") open.pop();
    if (character !== '"') continue;
    const end = endOfText(text, i);
    const isKey = text[afterSpace(text, end + 1)] === ":";
    const raw = text.slice(i, end + 1);
    i = end;
    if (!isKey) continue;
    const key: string = raw.includes("\\") ? JSON.parse(raw) : raw.slice(1, -1);
    const keys = open.at(-1);
    if (keys?.has(key)) return key;
    keys?.add(key);
  }
  return undefined;
}

/** Where the text that begins at `start` ends: its closing quote, or the end of all. */
function endOfText(text: string, start: number): number {
  let i = start + 1;
  while (i < text.length && text[i] !== '"') i += text[i] === "\\" ? 2 : 1;
  return i;
}

function afterSpace(text: string, start: number): number {
  let i = start;
  while (text[i] === " " || text[i] === "\n" || text[i] === "\r" || text[i] === "\t") i += 1;
  return i;
}
