import { classNames } from "./class-names";

/** How much of something is used. */
export function Meter({ label, value, most }: { label: string; value: number; most: number }) {
  const share = most === 0 ? 1 : Math.min(value / most, 1);
  return (
    <div>
      <p className="flex justify-between text-[13px]">
        <span className="text-ink-soft">{label}</span>
        <span className="font-medium">
          {value.toLocaleString("en")} of {most.toLocaleString("en")}
        </span>
      </p>
      <div className="mt-1.5 h-1.5 overflow-hidden rounded-full bg-raised" aria-hidden>
        <div
          className={classNames("h-full rounded-full", share >= 1 ? "bg-bad" : share >= 0.8 ? "bg-warn" : "bg-pine")}
          style={{ width: `${share * 100}%` }}
        />
      </div>
    </div>
  );
}
