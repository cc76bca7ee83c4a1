import type { Outputs } from "../outputs";
import { Section } from "../part/section";

const HEAD = "px-4 py-2 text-right font-medium text-ink-faint first:text-left sm:px-5";
const CELL =
  "whitespace-nowrap px-4 py-2.5 text-right tabular-nums first:text-left first:font-mono first:text-[13px] sm:px-5";

/** What the tenant's models were used for in the last 30 days. */
export function UsageTable({ usage }: { usage: Outputs["ai"]["get"]["usage"] }) {
  if (usage.length === 0) return null;
  return (
    <Section flush title="Use in the last 30 days" description="Of every answer a model was asked for.">
      <div className="overflow-x-auto">
        <table className="w-full text-[13px]">
          <thead>
            <tr className="border-b">
              {["Model", "Answers", "Without it", "Tokens", "Cost", "First word"].map((name) => (
                <th key={name} className={HEAD}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y">
            {usage.map(({ model, answers, quoted, tokens, costUsd, firstTokenMs }) => (
              <tr key={model}>
                <td className={CELL}>{model}</td>
                <td className={CELL}>{answers.toLocaleString("en")}</td>
                <td className={CELL}>{quoted.toLocaleString("en")}</td>
                <td className={CELL}>{tokens.toLocaleString("en")}</td>
                <td className={CELL}>{costUsd === null ? "—" : `$${costUsd.toFixed(costUsd < 1 ? 4 : 2)}`}</td>
                <td className={CELL}>
                  {firstTokenMs === null ? "—" : `${Math.round(firstTokenMs).toLocaleString("en")} ms`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
