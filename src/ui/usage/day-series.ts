import type { Outputs } from "../outputs";

type Day = Outputs["usage"]["figures"]["days"][number];

/** One figure of a day as it is drawn. */
export interface Series<Name extends string = Exclude<keyof Day, "day">> {
  name: Name;
  label: string;
  color: string;
}

export type Unit = "count" | "ms";

/** A value as it is read; null is a day without one. */
export function toWords(value: number | null, unit: Unit): string {
  if (value === null) return "–";
  if (unit === "count") return value.toLocaleString("en");
  return value < 1000 ? `${Math.round(value)} ms` : `${(value / 1000).toFixed(1)} s`;
}
