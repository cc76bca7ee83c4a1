"use client";
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { type Series, toWords, type Unit } from "./day-series";

interface DayBarsProps {
  days: { day: string }[];
  series: Series<string>[];
  unit?: Unit;
  /** Fewer lines across. */
  small?: boolean;
}

const tick = { fontSize: 12, fill: "var(--ink-faint)" };
const short = new Intl.DateTimeFormat("en", { day: "numeric", month: "short", timeZone: "UTC" });
const nameDay = (day: unknown) => short.format(new Date(String(day)));

/** Stacked bars, one a day. */
export function DayBars({ days, series, unit = "count", small = false }: DayBarsProps) {
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart
        accessibilityLayer={false}
        data={days}
        margin={{ top: 4, right: 0, bottom: 0, left: -18 }}
        barCategoryGap="22%"
      >
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="day"
          tickFormatter={nameDay}
          tick={tick}
          tickLine={false}
          axisLine={{ stroke: "var(--line)" }}
          minTickGap={28}
        />
        <YAxis
          allowDecimals={false}
          tickFormatter={(value: number) => toWords(value, unit)}
          tickCount={small ? 3 : 5}
          tick={tick}
          tickLine={false}
          axisLine={false}
          width={unit === "ms" ? 68 : 52}
        />
        <Tooltip
          cursor={{ fill: "var(--raised)" }}
          labelFormatter={nameDay}
          formatter={(value) => toWords(Number(value), unit)}
          contentStyle={{
            background: "var(--panel)",
            border: "1px solid var(--line-strong)",
            borderRadius: 8,
            fontSize: 13,
            color: "var(--ink)",
          }}
        />
        {series.map(({ name, label, color }, place) => (
          <Bar
            key={name}
            dataKey={name}
            name={label}
            stackId="all"
            fill={color}
            maxBarSize={28}
            isAnimationActive={false}
            radius={place === series.length - 1 ? [3, 3, 0, 0] : 0}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}
