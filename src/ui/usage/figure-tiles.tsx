import Link from "next/link";
import type { Outputs } from "../outputs";
import { classNames } from "../part/class-names";

interface TilesProps {
  tenantId: string;
  figures: Outputs["usage"]["figures"];
}

/** Six counts, each leading to what was counted, beside the same of the period before. */
export function FigureTiles({ tenantId, figures }: TilesProps) {
  const { total, before } = figures;
  const answers = total.answered + total.unanswered;
  const tiles = [
    {
      label: "Conversations",
      value: count(total.conversations),
      note: compare(total.conversations, before.conversations),
      href: "conversations",
    },
    {
      label: "Answered",
      value: answers === 0 ? "–" : `${Math.round((total.answered / answers) * 100)} %`,
      note: answers === 0 ? "no answers yet" : `${count(total.answered)} of ${count(answers)} with evidence`,
      href: "conversations",
    },
    {
      label: "Unanswered",
      value: count(total.unanswered),
      note: compare(total.unanswered, before.unanswered),
      href: "conversations?show=unanswered",
    },
    {
      label: "Asked for a person",
      value: count(total.escalated),
      note: compare(total.escalated, before.escalated),
      href: "conversations?status=waiting",
    },
    {
      label: "Refused requests",
      value: count(total.refused),
      note: compare(total.refused, before.refused),
      href: "refusals",
    },
    {
      label: "First answer",
      value: total.firstAnswerMs === null ? "–" : duration(total.firstAnswerMs),
      note: total.firstAnswerMs === null ? "no answers yet" : "on average, on our side",
      href: "conversations",
    },
  ];
  return (
    <dl className="grid grid-cols-2 overflow-hidden rounded-lg border bg-panel md:grid-cols-3 [&>*]:-mb-px [&>*]:-ml-px">
      {tiles.map((tile) => (
        <div key={tile.label} className="border-b border-l p-4 sm:p-5">
          <dt className="text-[13px] text-ink-soft">
            <Link href={`/${tenantId}/${tile.href}`} className="hover:text-ink hover:underline">
              {tile.label}
            </Link>
          </dt>
          <dd className={classNames("mt-1 font-semibold text-[26px] leading-8 tracking-tight")}>{tile.value}</dd>
          <dd className="mt-0.5 text-[13px] text-ink-faint">{tile.note}</dd>
        </div>
      ))}
    </dl>
  );
}

function count(value: number): string {
  return value.toLocaleString("en");
}

function compare(now: number, before: number): string {
  if (before === 0) return now === 0 ? "none in the 30 days before either" : "none in the 30 days before";
  const change = Math.round(((now - before) / before) * 100);
  return `${change > 0 ? "+" : ""}${change} % to the 30 days before`;
}

function duration(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}
