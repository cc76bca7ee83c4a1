import Link from "next/link";
import type { Outputs } from "../outputs";
import { Badge } from "../part/badge";
import { explainRefusal } from "./reasons";
import { RefusalRow } from "./refusal-row";

interface ReasonGroupProps {
  tenantId: string;
  reason: string;
  rows: Outputs["refusal"]["list"];
  /** How often and from how many origins in all, shown here or not. */
  total: Outputs["refusal"]["reasons"][number] | undefined;
}

/** What was refused for one reason. */
export function ReasonGroup({ tenantId, reason, rows, total }: ReasonGroupProps) {
  const { title, cure, code, reported } = explainRefusal(reason);
  return (
    <section className="min-w-0 rounded-lg border bg-panel">
      <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b px-4 py-3.5 sm:px-5">
        <div className="max-w-xl">
          <h2 className="flex flex-wrap items-center gap-2 font-semibold text-[15px] leading-6">
            {title}
            {reported && <Badge tone="warn">Report only: let through</Badge>}
            <Link
              href={`/docs/errors/${code}`}
              className="font-mono font-normal text-ink-faint text-xs hover:underline"
            >
              {code}
            </Link>
          </h2>
          <p className="mt-0.5 text-ink-soft">{cure}</p>
        </div>
        {total && (
          <span className="text-[13px] text-ink-faint">
            {total.count.toLocaleString("en")}× from {total.origins.toLocaleString("en")}{" "}
            {total.origins === 1 ? "origin" : "origins"}
          </span>
        )}
      </header>
      <ul className="divide-y">
        {rows.map((refusal) => (
          <RefusalRow key={refusal.origin} tenantId={tenantId} refusal={refusal} />
        ))}
      </ul>
    </section>
  );
}
