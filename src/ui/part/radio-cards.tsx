"use client";
import { useId } from "react";
import { classNames } from "./class-names";

interface RadioCardsProps<T extends string> {
  legend: string;
  options: { value: T; label: string; note: string }[];
  value: T;
  onChoose: (value: T) => void;
}

/** One of a few, each with what it means. */
export function RadioCards<T extends string>({ legend, options, value, onChoose }: RadioCardsProps<T>) {
  const name = useId();
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium">{legend}</legend>
      <div className="grid gap-2 sm:grid-cols-[repeat(auto-fit,minmax(200px,1fr))]">
        {options.map((option) => (
          <label
            key={option.value}
            className={classNames(
              "flex cursor-pointer gap-2.5 rounded-md border border-line-strong px-3.5 py-3 transition-colors hover:bg-raised/60 has-focus-visible:outline-2 has-focus-visible:outline-pine",
              option.value === value && "border-pine bg-pine-wash hover:bg-pine-wash",
            )}
          >
            <input
              type="radio"
              name={name}
              className="mt-0.5 size-4 shrink-0 accent-(--pine) outline-none"
              checked={option.value === value}
              onChange={() => onChoose(option.value)}
            />
            <span>
              <span className="block font-medium">{option.label}</span>
              <span className="block text-[13px] text-ink-soft">{option.note}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
