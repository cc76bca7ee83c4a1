import { nextMonth } from "./month";

const DAY_MS = 24 * 3600_000;

export interface Forecast {
  /** How many messages the month ends with, at the rate so far. */
  messages: number;
  /** The day (UTC) on which the quota is spent; null when the month ends before. */
  spentOn: string | null;
}

/** Where a month is going at the rate so far; null in its first 24 hours. `now` in milliseconds. */
export function toForecast(messages: number, monthly: number, now: number): Forecast | null {
  const date = new Date(now);
  const begin = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
  if (now - begin < DAY_MS) return null;
  const perMs = messages / (now - begin);
  const end = nextMonth(now);
  if (messages >= monthly) return { messages: Math.round(perMs * (end - begin)), spentOn: toDay(now) };
  const spentAt = perMs === 0 ? Number.POSITIVE_INFINITY : now + (monthly - messages) / perMs;
  return { messages: Math.round(perMs * (end - begin)), spentOn: spentAt < end ? toDay(spentAt) : null };
}

function toDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
