// A tenant's own words, found however they are written.

/** A text as words are compared: compatible forms made one (NFKC), invisible characters gone, case folded. */
export function foldText(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, "")
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .normalize("NFKC")
    .replace(/\s+/g, " ");
}

/** Finds the first word of a list in a text, as a whole word; null where there is none. */
export function compileWords(words: readonly string[]): (text: string) => string | null {
  const folded = words.map(foldText).filter((word) => word.trim() !== "");
  if (folded.length === 0) return () => null;
  // Longest first: of two that begin alike the longer one is named.
  const sorted = [...new Set(folded)].sort((a, b) => b.length - a.length);
  const any = sorted.map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")).join("|");
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, "u");
  return (text) => pattern.exec(foldText(text))?.[0] ?? null;
}
