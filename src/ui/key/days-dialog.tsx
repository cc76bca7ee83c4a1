"use client";
import type { ReactNode } from "react";
import { Button } from "../part/button";
import { Dialog, DialogActions } from "../part/dialog";
import { Field, Input } from "../part/field";
import { StaleNotice } from "../part/stale-notice";
import { type ApiError, fieldError, formError, isStale } from "../refusal-of";

interface DaysDialogProps {
  title: string;
  description?: string;
  /** What is lost or kept by it, in numbers. */
  words: ReactNode;
  field: { label: string; hint?: string; most: number; inputMode: "decimal" | "numeric" };
  days: string;
  onDays: (days: string) => void;
  /** Why these days cannot be asked for. */
  fault?: string | undefined;
  /** What the server said to it, and under which name it speaks of the days. */
  error: ApiError | null;
  errorField: string;
  /** What the button says. */
  verb: string;
  busy: boolean;
  disabled?: boolean;
  onSubmit: () => void;
  onClose: () => void;
}

/** Asks for how many days; one that was opened on what is no longer so can only be closed. */
export function DaysDialog(props: DaysDialogProps) {
  const { title, description, words, field, days, fault, error, errorField, verb, busy, disabled, onClose } = props;
  const { label, hint, most, inputMode } = field;
  const stale = isStale(error);
  return (
    <Dialog open onOpenChange={onClose} title={title} description={description}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          props.onSubmit();
        }}
      >
        {stale && <StaleNotice words={error?.message ?? ""} onUse={onClose} />}
        <p className="mb-4 text-ink-soft">{words}</p>
        <Field
          label={label}
          hint={hint}
          error={fault ?? fieldError(error, errorField) ?? (stale ? undefined : formError(error))}
        >
          <Input
            type="number"
            min={0}
            max={most}
            inputMode={inputMode}
            value={days}
            onChange={(event) => props.onDays(event.target.value)}
          />
        </Field>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" kind="primary" busy={busy} disabled={stale || disabled}>
            {verb}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
