"use client";
import { Switch } from "radix-ui";
import { type ReactNode, useId } from "react";

interface ToggleProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
  label: string;
  description: ReactNode;
  disabled?: boolean;
}

export function Toggle({ checked, onChange, label, description, disabled }: ToggleProps) {
  const id = useId();
  return (
    <div className="flex items-start justify-between gap-6">
      <div>
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        <p id={`${id}-note`} className="mt-0.5 text-ink-soft">
          {description}
        </p>
      </div>
      <Switch.Root
        id={id}
        checked={checked}
        disabled={disabled}
        onCheckedChange={onChange}
        aria-describedby={`${id}-note`}
        className="relative mt-0.5 h-5 w-9 shrink-0 rounded-full border border-line-strong bg-raised transition-colors data-[state=checked]:border-pine data-[state=checked]:bg-pine disabled:opacity-50"
      >
        <Switch.Thumb className="block size-3.5 translate-x-[3px] rounded-full bg-ink-faint transition-transform data-[state=checked]:translate-x-[18px] data-[state=checked]:bg-on-pine" />
      </Switch.Root>
    </div>
  );
}
