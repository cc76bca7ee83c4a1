import { Check, X } from "lucide-react";
import type { Outputs } from "../outputs";

/** What a pattern would let in and what it would keep out, in words and by example. */
export function OriginExplanation({ explained }: { explained: Outputs["origin"]["explain"] }) {
  if (!explained.ok) {
    return (
      <p role="status" className="text-[13px] text-warn">
        {explained.reason}
      </p>
    );
  }
  return (
    <div role="status" className="grid gap-3 rounded-md border bg-raised/60 p-3.5 text-[13px]">
      <p>
        <span className="block font-medium">{explained.words}</span>
        {explained.notes.map((note) => (
          <span key={note} className="block text-ink-faint">
            {note}
          </span>
        ))}
      </p>
      <div className="grid gap-3 border-t pt-3 sm:grid-cols-2">
        <Examples title="Lets in" list={explained.allows} good />
        <Examples title="Keeps out, among others" list={explained.refuses} />
      </div>
    </div>
  );
}

function Examples({ title, list, good }: { title: string; list: { origin: string; why: string }[]; good?: boolean }) {
  return (
    <div>
      <p className="mb-1.5 text-ink-faint">{title}</p>
      <ul className="grid gap-1.5">
        {list.map(({ origin, why }) => (
          <li key={origin} className="flex items-start gap-2">
            {good ? (
              <Check className="mt-0.5 size-4 shrink-0 text-good" aria-hidden />
            ) : (
              <X className="mt-0.5 size-4 shrink-0 text-bad" aria-hidden />
            )}
            <span className="min-w-0">
              <span className="block break-all font-mono">{origin}</span>
              <span className="block text-ink-faint">{why}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
