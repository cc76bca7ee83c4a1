"use client";
import { Button } from "../part/button";
import { Field, Input } from "../part/field";

interface KeyFieldProps {
  /** What is shown of the key that is kept; null where there is none. */
  last4: string | null;
  /** The key that is kept was given for another address. */
  isMoved: boolean;
  /** Undefined leaves the key, null takes it away. */
  value: string | null | undefined;
  onChange: (value: string | null | undefined) => void;
  error: string | undefined;
}

/** A provider's key: sealed, never shown again. */
export function KeyField({ last4, isMoved, value, onChange, error }: KeyFieldProps) {
  const kept = last4 !== null && value === undefined;
  const hint = isMoved
    ? "The key you saved was for another address and will be forgotten. Enter the one for this address."
    : value === null
      ? "The key will be taken away when you save."
      : "Sealed where it is kept, and never shown again.";
  return (
    <Field label="API key" hint={hint} error={error}>
      {kept ? (
        <div className="flex gap-2">
          <Input readOnly className="font-mono text-[13px]" value={`••••••••${last4}`} />
          <Button onClick={() => onChange("")}>Replace</Button>
          <Button kind="danger" onClick={() => onChange(null)}>
            Remove
          </Button>
        </div>
      ) : (
        <Input
          type="password"
          autoComplete="off"
          className="font-mono text-[13px]"
          value={value ?? ""}
          onChange={(event) => onChange(event.target.value || undefined)}
        />
      )}
    </Field>
  );
}
