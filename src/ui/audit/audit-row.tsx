import type { Outputs } from "../outputs";
import { Moment } from "../part/moment";

type Entry = Outputs["audit"]["list"]["entries"][number];
type Value = Entry["detail"][string];

/** One row of the record, with what it changed. */
export function AuditRow({ entry }: { entry: Entry }) {
  const details = Object.entries(entry.detail);
  return (
    <li className="grid gap-x-6 gap-y-1 px-4 py-3.5 sm:grid-cols-[1fr_auto] sm:px-5">
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline gap-x-2.5">
          <code className="font-medium font-mono text-[13px]">{entry.action}</code>
          <span className="min-w-0 truncate font-mono text-ink-faint text-xs">{entry.subject}</span>
        </p>
        {details.length > 0 && (
          <dl className="mt-1.5 grid gap-1 text-[13px]">
            {details.map(([name, value]) => (
              <div key={name} className="flex flex-wrap gap-x-2">
                <dt className="text-ink-faint">{name}</dt>
                <dd className="min-w-0 break-words">{show(value)}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
      <div className="text-[13px] text-ink-faint sm:text-right">
        <p className="text-ink">{entry.email ?? entry.actor}</p>
        <p>
          <Moment at={entry.at} />
        </p>
        {entry.address && <p className="font-mono text-xs">{entry.address}</p>}
      </div>
    </li>
  );
}

function show(value: Value) {
  if (typeof value !== "object" || value === null) return plain(value);
  return (
    <>
      <span className="text-ink-faint line-through decoration-line-strong">{plain(value.before)}</span>
      <span className="px-1.5 text-ink-faint" aria-hidden>
        →
      </span>
      {plain(value.after)}
    </>
  );
}

function plain(value: string | number | boolean | null): string {
  if (value === null) return "none";
  if (typeof value === "boolean") return value ? "on" : "off";
  return value === "" ? "empty" : String(value);
}
