import { Sparkles } from "lucide-react";
import Link from "next/link";
import type { Outputs } from "../outputs";
import { Button } from "../part/button";
import { Empty, Section } from "../part/section";
import { DayBars } from "./lazy-bars";
import { ModelUseTable } from "./model-use-table";

interface ModelUseProps {
  tenantId: string;
  use: Outputs["usage"]["models"];
}

const series = [
  { name: "inputTokens", label: "Tokens read", color: "var(--pine)" },
  { name: "outputTokens", label: "Tokens written", color: "var(--warn)" },
];

/** What answers in a model's words took and cost. */
export function ModelUse({ tenantId, use }: ModelUseProps) {
  const { total } = use;
  if (total.answers === 0)
    return (
      <Section title="Models">
        <Empty
          icon={<Sparkles />}
          title={use.asksModel ? "No model was asked in this period" : "Answers come from your sources, word for word"}
        >
          {use.asksModel
            ? "The first answer in its words shows here with its tokens and its cost."
            : "No model is set up, so nothing is spent. With one, tokens and cost show here by day, origin and user."}
          <Button asChild className="mt-4">
            <Link href={`/${tenantId}/ai`}>{use.asksModel ? "Test the model" : "Set up a model"}</Link>
          </Button>
        </Empty>
      </Section>
    );
  return (
    <Section
      flush
      title="Models"
      description="Every answer a model was asked for, of conversations that are not erased. A cost is shown where prices are known."
      action={
        <Link href={`/${tenantId}/ai`} className="text-ink-soft hover:text-ink hover:underline">
          Change
        </Link>
      }
    >
      <div className="grid gap-3 p-4 sm:p-5">
        <ul className="flex flex-wrap gap-4 text-[13px] text-ink-soft">
          {series.map(({ name, label, color }) => (
            <li key={name} className="flex items-center gap-1.5">
              <span className="size-2.5 rounded-[3px]" style={{ background: color }} aria-hidden /> {label}
            </li>
          ))}
        </ul>
        <DayBars days={use.days} series={series} />
      </div>
      <ModelUseTable
        heading="Model"
        rows={[...use.models, ...(use.models.length > 1 ? [{ ...total, key: "All" }] : [])]}
      />
      <ModelUseTable heading="Origin" rows={use.origins} unknown="Not known" />
      {use.users.length > 0 && <ModelUseTable heading="Verified user" rows={use.users} />}
    </Section>
  );
}
