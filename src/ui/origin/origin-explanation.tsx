import { Check, X } from "lucide-react";
import type { Outputs } from "../outputs";

/** What a pattern would let in and what it would keep out. */
export function OriginExplanation({ explained }: { explained: Outputs["origin"]["explain"] }) {
  if (!explained.ok) {
    return (
      <p role="status" className="text-[13px] text-warn">
        {explained.reason}
      </p>
    );
  }
  return (
    <div role="status" className="grid gap-3 rounded-md border bg-raised/60 p-3.5 text-[13px] sm:grid-cols-2">
      <Examples title="Lets in" list={explained.allows} good />
      <Examples title="Keeps out, among others" list={explained.refuses} />
    </div>
  );
}

function Examples({ title, list, good }: { title: string; list: string[]; good?: boolean }) {
  return (
    <div>
      <p className="mb-1.5 text-ink-faint">{title}</p>
      <ul className="grid gap-1">
        {list.map((origin) => (
          <li key={origin} className="flex items-start gap-2 break-all font-mono">
            {good ? (
              <Check className="mt-0.5 size-4 shrink-0 text-good" aria-hidden />
            ) : (
              <X className="mt-0.5 size-4 shrink-0 text-bad" aria-hidden />
            )}
            {origin}
          </li>
        ))}
      </ul>
    </div>
  );
}
