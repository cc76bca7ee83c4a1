/** nDCG at `cut` (Järvelin and Kekäläinen 2002), gain 2^grade − 1, documents counted once. 0 to 1. */
export function ndcg(ranked: string[], grades: Map<string, number>, cut: number): number {
  const gain = (grade: number, place: number) => (2 ** grade - 1) / Math.log2(place + 2);
  const got = ranked.slice(0, cut).reduce((sum, id, place) => sum + gain(grades.get(id) ?? 0, place), 0);
  const ideal = [...grades.values()].sort((a, b) => b - a).slice(0, cut);
  const best = ideal.reduce((sum, grade, place) => sum + gain(grade, place), 0);
  return best === 0 ? 0 : got / best;
}

/** Share of the relevant documents among the first `cut`; of `cut`, where more than that are relevant. */
export function recall(ranked: string[], grades: Map<string, number>, cut: number): number {
  const relevant = [...grades].filter(([, grade]) => grade > 0).map(([id]) => id);
  const found = ranked.slice(0, cut).filter((id) => relevant.includes(id)).length;
  return relevant.length === 0 ? 0 : found / Math.min(relevant.length, cut);
}

/** The value below which `share` of the values lie. */
export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function mean(values: number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The chance that one of `high` is above one of `low`, ties half: 1 parts them, .5 is a guess. */
export function areaUnderCurve(high: number[], low: number[]): number {
  let above = 0;
  for (const one of high) for (const other of low) above += one > other ? 1 : one === other ? 0.5 : 0;
  return high.length * low.length === 0 ? 0 : above / (high.length * low.length);
}

/** Whether one of the spans stands in the text, letter case and punctuation aside. */
export function holdsSpan(text: string, spans: string[]): boolean {
  const toBare = (from: string) =>
    ` ${from
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim()} `;
  const bare = toBare(text);
  return spans.some((span) => toBare(span).trim() !== "" && bare.includes(toBare(span)));
}
