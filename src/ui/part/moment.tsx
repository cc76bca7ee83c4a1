"use client";
import { useEffect, useState } from "react";

const steps: [limitSeconds: number, unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  [60, "second", 1],
  [3600, "minute", 60],
  [86_400, "hour", 3600],
  [30 * 86_400, "day", 86_400],
  [365 * 86_400, "month", 30 * 86_400],
  [Number.POSITIVE_INFINITY, "year", 365 * 86_400],
];
const format = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

/** "3 hours ago", with the exact time on hover. The server says it too, by its own clock: nothing moves when it is live. */
export function Moment({ at }: { at: Date }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  const iso = at.toISOString();
  return (
    <time
      dateTime={iso}
      title={`${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`}
      className="whitespace-nowrap"
      suppressHydrationWarning
    >
      {relative(at.getTime() - now)}
    </time>
  );
}

function relative(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (Math.abs(seconds) < 5) return "just now";
  for (const [limit, unit, size] of steps) {
    if (Math.abs(seconds) < limit) return format.format(Math.round(seconds / size), unit);
  }
  return "";
}
