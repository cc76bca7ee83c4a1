"use client";
import { Field, Input } from "../part/field";

interface TextProps {
  hint?: string | undefined;
  value: string;
  onChange: (value: string) => void;
  error: string | undefined;
}

/** A model's name, as its provider writes it. */
export function ModelName({ hint, value, onChange, error }: TextProps) {
  return (
    <Field label="Model" hint={hint} error={error}>
      <Input
        className="font-mono text-[13px]"
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}

/** Where a model stands; a provider that has an address of its own needs none. */
export function BaseAddress({ provider, hint, value, onChange, error }: TextProps & { provider: string }) {
  const label = provider === "openai-compatible" ? "Base address" : "Base address (optional)";
  return (
    <Field label={label} hint={hint} error={error}>
      <Input
        className="font-mono text-[13px]"
        inputMode="url"
        spellCheck={false}
        placeholder="https://models.example.com/v1"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
