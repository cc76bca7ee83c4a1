// What search and ingest must hold, by the database they run on.
export interface Times {
  p50ms: number;
  p95ms: number;
}

export interface SearchFigures {
  database: "Postgres" | "embedded";
  /** Passages a second: texts through the whole way, cutting to audit. */
  ingestPerSecond: number;
  small: Times;
  large: Times | null;
  /** By words and meaning together, without the model's own time; null where the database compares no vectors. */
  meaning: Times | null;
}

interface Limit {
  name: string;
  value: number;
  limit: string;
  holds: boolean;
}

const least = (name: string, value: number, limit: number): Limit => ({
  name,
  value,
  limit: `≥ ${limit}`,
  holds: value >= limit,
});
const most = (name: string, value: number, limit: number): Limit => ({
  name,
  value,
  limit: `≤ ${limit}`,
  holds: value <= limit,
});

/** Every limit that goes for what was measured. */
export function checkSearchLimits({ database, ingestPerSecond, small, large, meaning }: SearchFigures): Limit[] {
  const limits = [least("ingest, passages a second", ingestPerSecond, 150)];
  if (database === "embedded") limits.push(most("small tenant, p50 ms", small.p50ms, 120));
  if (database === "Postgres" && large)
    limits.push(most("large tenant, p50 ms", large.p50ms, 25), most("large tenant, p95 ms", large.p95ms, 80));
  if (meaning) limits.push(most("by meaning, p50 ms", meaning.p50ms, 120));
  return limits;
}
