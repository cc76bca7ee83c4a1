import Link from "next/link";
import type { Outputs } from "../outputs";

interface FiguresProps {
  tenantId: string;
  overview: Outputs["tenant"]["overview"];
}

/** Four counts, each leading to what was counted. */
export function Figures({ tenantId, overview }: FiguresProps) {
  const { answers, grounded } = overview;
  const figures = [
    { label: "Conversations", value: overview.conversations, href: "conversations", note: "begun on your sites" },
    { label: "Answers", value: answers, href: "conversations", note: "given to visitors" },
    {
      label: "With evidence",
      value: answers === 0 ? "–" : `${Math.round((grounded / answers) * 100)} %`,
      href: "conversations",
      note: answers === 0 ? "no answers yet" : `${format(grounded)} of ${format(answers)} cite a source`,
    },
    { label: "Refused", value: overview.refused, href: "refusals", note: "requests kept out" },
  ];
  return (
    <dl className="grid grid-cols-2 overflow-hidden rounded-lg border bg-panel lg:grid-cols-4 [&>*]:-mb-px [&>*]:-ml-px">
      {figures.map((figure) => (
        <div key={figure.label} className="border-b border-l p-4 sm:p-5">
          <dt className="text-[13px] text-ink-soft">
            <Link href={`/${tenantId}/${figure.href}`} className="hover:text-ink hover:underline">
              {figure.label}
            </Link>
          </dt>
          <dd className="mt-1 font-semibold text-[26px] leading-8 tracking-tight">
            {typeof figure.value === "number" ? format(figure.value) : figure.value}
          </dd>
          <dd className="mt-0.5 text-[13px] text-ink-faint">{figure.note}</dd>
        </div>
      ))}
    </dl>
  );
}

function format(count: number): string {
  return count.toLocaleString("en");
}
