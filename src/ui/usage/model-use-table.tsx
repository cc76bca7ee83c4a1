import type { Outputs } from "../outputs";

interface ModelUseTableProps {
  heading: string;
  rows: Outputs["usage"]["models"]["models"];
  /** Stands for what has no name. */
  unknown?: string;
}

/** Answers, tokens and cost, a row for each of what is headed. */
export function ModelUseTable({ heading, rows, unknown = "" }: ModelUseTableProps) {
  return (
    <div className="overflow-x-auto border-t">
      <table className="w-full text-left text-[13px]">
        <thead className="text-ink-faint">
          <tr className="border-b [&>th]:whitespace-nowrap [&>th]:px-4 [&>th]:py-2 [&>th]:font-normal sm:[&>th]:px-5">
            <th className="w-full">{heading}</th>
            {["Answers", "Tokens", "Cost", "First word"].map((name) => (
              <th key={name} className="text-right">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y">
          {rows.map(({ key, answers, inputTokens, outputTokens, costUsd, firstTokenMs }) => (
            <tr key={key} className="[&>td]:whitespace-nowrap [&>td]:px-4 [&>td]:py-2.5 sm:[&>td]:px-5">
              <td className="max-w-64 truncate">{key || unknown}</td>
              <td className="text-right tabular-nums">{answers.toLocaleString("en")}</td>
              <td className="text-right tabular-nums">{(inputTokens + outputTokens).toLocaleString("en")}</td>
              <td className="text-right tabular-nums">
                {costUsd === null ? "–" : `$${costUsd.toFixed(costUsd < 1 ? 4 : 2)}`}
              </td>
              <td className="text-right tabular-nums">
                {firstTokenMs === null ? "–" : `${Math.round(firstTokenMs).toLocaleString("en")} ms`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
