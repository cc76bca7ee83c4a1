"use client";
import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { classNames } from "./class-names";

interface ChoiceProps extends Omit<ComponentProps<"select">, "onChange"> {
  options: { value: string; label: string }[];
  onChoose: (value: string) => void;
}

/** One of a few; the browser's own control, so that it works on every phone. */
export function Choice({ options, onChoose, className, ...rest }: ChoiceProps) {
  return (
    <span className={classNames("relative inline-flex min-w-0", className)}>
      <select
        {...rest}
        onChange={(event) => onChoose(event.target.value)}
        className="h-9 w-full min-w-0 appearance-none truncate rounded-md border border-line-strong bg-panel pr-8 pl-3 text-ink transition-colors hover:border-ink-faint/60 focus-visible:border-pine focus-visible:outline-1 focus-visible:outline-offset-0 disabled:opacity-60"
      >
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <ChevronDown className="pointer-events-none absolute top-2.5 right-2.5 size-4 text-ink-faint" aria-hidden />
    </span>
  );
}
