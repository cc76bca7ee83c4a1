import Link from "next/link";
import { classNames } from "../part/class-names";

/** How far back; part of the address. */
export function PeriodChoice({ days }: { days: number }) {
  return (
    <nav aria-label="Period" className="inline-flex rounded-md border bg-panel p-0.5">
      {[7, 30, 90].map((count) => (
        <Link
          key={count}
          href={`?days=${count}`}
          aria-current={count === days ? "true" : undefined}
          className={classNames(
            "rounded-sm px-3 py-1 text-ink-soft hover:text-ink",
            count === days && "bg-raised font-medium text-ink",
          )}
        >
          {count} days
        </Link>
      ))}
    </nav>
  );
}
