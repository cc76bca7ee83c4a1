import { Check } from "lucide-react";
import { classNames } from "../part/class-names";

export const steps = ["Your site", "Knowledge", "Keys", "Install"] as const;
export type Step = (typeof steps)[number];

/** How far one is. A step cannot be pressed: each leads to the next by what is done in it. */
export function Stepper({ now }: { now: Step }) {
  const at = steps.indexOf(now);
  return (
    <ol aria-label="Steps" className="flex items-center gap-2 text-[13px] sm:gap-3">
      {steps.map((step, i) => (
        <li
          key={step}
          aria-current={i === at ? "step" : undefined}
          className={classNames("flex items-center gap-2 sm:gap-3", i < steps.length - 1 && "flex-1")}
        >
          <span
            className={classNames(
              "grid size-6 shrink-0 place-items-center rounded-full border font-medium text-xs transition-colors",
              i < at && "border-pine bg-pine text-on-pine",
              i === at && "border-pine bg-pine-wash text-good",
              i > at && "text-ink-faint",
            )}
          >
            {i < at ? <Check className="size-3.5" aria-label="done" /> : i + 1}
          </span>
          <span className={classNames(i === at ? "font-medium" : "text-ink-faint max-sm:sr-only")}>{step}</span>
          {i < steps.length - 1 && (
            <span aria-hidden className={classNames("h-px flex-1", i < at ? "bg-pine" : "bg-line")} />
          )}
        </li>
      ))}
    </ol>
  );
}
