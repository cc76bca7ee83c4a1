"use client";
import { ChartNoAxesColumn } from "lucide-react";
import Link from "next/link";
import type { Outputs } from "../outputs";
import { Button } from "../part/button";
import { Empty, Section } from "../part/section";
import { type Series, toWords, type Unit } from "./day-series";
import { DayBars } from "./lazy-bars";

interface DayChartProps {
  title: string;
  days: Outputs["usage"]["figures"]["days"];
  series: Series[];
  unit?: Unit;
  small?: boolean;
  /** What stands there while there is nothing to draw, and the way on. */
  empty: { words: string; href?: string; label?: string };
}

/** One figure or several by day, drawn, and as a table for who cannot see the drawing. */
export function DayChart({ title, days, series, unit = "count", small = false, empty }: DayChartProps) {
  const any = days.some((day) => series.some(({ name }) => day[name]));
  return (
    <Section title={title} action={any && series.length > 1 ? <Legend series={series} /> : undefined}>
      {any ? (
        <>
          <DayBars days={days} series={series} unit={unit} small={small} />
          <div className="sr-only">
            <table>
              <caption>{title}</caption>
              <tbody>
                {days.map((day) => (
                  <tr key={day.day}>
                    <th>{day.day}</th>
                    {series.map(({ name, label }) => (
                      <td key={name}>
                        {toWords(day[name], unit)} {label}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      ) : small ? (
        <p className="grid h-36 place-items-center text-center text-ink-faint">{empty.words}</p>
      ) : (
        <Empty icon={<ChartNoAxesColumn />} title="Nothing to draw yet">
          {empty.words}
          {empty.href && (
            <Button asChild className="mt-4">
              <Link href={empty.href}>{empty.label}</Link>
            </Button>
          )}
        </Empty>
      )}
    </Section>
  );
}

function Legend({ series }: { series: Series[] }) {
  return (
    <ul className="flex gap-4 text-[13px] text-ink-soft">
      {series.map(({ name, label, color }) => (
        <li key={name} className="flex items-center gap-1.5">
          <span className="size-2.5 rounded-[3px]" style={{ background: color }} aria-hidden /> {label}
        </li>
      ))}
    </ul>
  );
}
