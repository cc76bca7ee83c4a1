"use client";
import { Field, Input } from "../part/field";

interface ColorFieldProps {
  label: string;
  /** What it is while nothing is chosen. */
  usual: string;
  value: string | null;
  onChange: (value: string | null) => void;
  error: string | undefined;
}

/** A colour by eye or by its number; empty is the usual one. */
export function ColorField({ label, usual, value, onChange, error }: ColorFieldProps) {
  return (
    <Field label={label} error={error}>
      <span className="flex gap-2">
        <input
          type="color"
          aria-label={`${label}, by eye`}
          className="h-9 w-10 shrink-0 cursor-pointer rounded-md border border-line-strong bg-panel p-1"
          value={/^#[0-9a-f]{6}$/i.test(value ?? "") ? (value ?? usual) : usual}
          onChange={(event) => onChange(event.target.value)}
        />
        <Input
          className="font-mono text-[13px]"
          placeholder={usual}
          value={value ?? ""}
          onChange={(event) => onChange(event.target.value.trim() || null)}
        />
      </span>
    </Field>
  );
}
