import type { Outputs } from "../outputs";
import { DayChart } from "./day-chart";
import type { Series } from "./day-series";

interface ChartProps {
  tenantId: string;
  days: Outputs["usage"]["figures"]["days"];
}

const answers: Series[] = [
  { name: "answered", label: "With evidence", color: "var(--pine)" },
  { name: "unanswered", label: "Without", color: "var(--warn)" },
];

/** Answers by day. */
export function OverviewChart({ tenantId, days }: ChartProps) {
  return (
    <DayChart
      title="Answers by day"
      days={days}
      series={answers}
      empty={{
        words: "The first question on one of your sites makes the first bar.",
        href: `/${tenantId}/install`,
        label: "Install the widget",
      }}
    />
  );
}

/** What else happened by day: who wanted a person, who was kept out, how long the first answer took. */
export function DayCharts({ days }: Omit<ChartProps, "tenantId">) {
  return (
    <div className="grid gap-5 lg:grid-cols-3">
      <DayChart
        small
        title="Asked for a person"
        days={days}
        series={[{ name: "escalated", label: "Conversations", color: "var(--pine)" }]}
        empty={{ words: "Nobody asked for a person." }}
      />
      <DayChart
        small
        title="Refused requests"
        days={days}
        series={[{ name: "refused", label: "Requests", color: "var(--bad)" }]}
        empty={{ words: "Nobody was kept out." }}
      />
      <DayChart
        small
        title="First answer"
        unit="ms"
        days={days}
        series={[{ name: "firstAnswerMs", label: "On average", color: "var(--pine)" }]}
        empty={{ words: "No answer was given yet." }}
      />
    </div>
  );
}
