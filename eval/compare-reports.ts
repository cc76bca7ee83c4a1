import { readFileSync } from "node:fs";

/** Every figure of two reports that differs, by its path: `sets.0.ranking.ndcg10`. Throws on a file that is no report. */
export function compareReports(before: string, after: string) {
  const [old, now] = [before, after].map((file) => toFigures(JSON.parse(readFileSync(file, "utf8"))));
  if (!old || !now) throw new Error("Name two reports: npm run eval -- --compare BEFORE AFTER");
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((path) => old.get(path) !== now.get(path))
    .map((path) => {
      const [from, to] = [old.get(path) ?? null, now.get(path) ?? null];
      return { figure: path, before: from, after: to, change: from === null || to === null ? null : round(to - from) };
    });
}

function toFigures(value: unknown, path = ""): Map<string, number> {
  if (typeof value === "number") return new Map([[path, value]]);
  if (typeof value !== "object" || value === null) return new Map();
  return new Map(
    Object.entries(value).flatMap(([key, inner]) => [
      ...toFigures(inner, path ? `${path}.${nameOf(inner) ?? key}` : key),
    ]),
  );
}

// A set is told by its name, so that reports over other folders can still be laid beside each other.
function nameOf(value: unknown): string | null {
  return typeof value === "object" && value !== null && "name" in value ? String(value.name) : null;
}

const round = (value: number) => Number(value.toFixed(4));
