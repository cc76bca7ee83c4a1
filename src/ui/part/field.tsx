"use client";
import { ChevronDown } from "lucide-react";
import { type ComponentProps, createContext, type ReactNode, useContext, useId } from "react";
import { classNames } from "./class-names";

interface Wiring {
  id: string;
  describedBy: string | undefined;
  invalid: boolean;
}

const FieldContext = createContext<Wiring>({ id: "", describedBy: undefined, invalid: false });

interface FieldProps {
  label: string;
  hint?: ReactNode;
  /** Stands beside the field and says what to do. */
  error?: string | undefined;
  children: ReactNode;
  className?: string;
  /** The label is heard, not seen: what stands around says it already. */
  bare?: boolean;
}

/** A control with its label, hint and error, wired up for screen readers. */
export function Field({ label, hint, error, children, className, bare }: FieldProps) {
  const id = useId();
  const noteId = `${id}-note`;
  const describedBy = error || hint ? noteId : undefined;
  return (
    <div className={classNames("grid gap-1.5", className)}>
      <label htmlFor={id} className={bare ? "sr-only" : "font-medium text-ink"}>
        {label}
      </label>
      <FieldContext value={{ id, describedBy, invalid: Boolean(error) }}>{children}</FieldContext>
      {error ? (
        <p id={noteId} role="alert" className="text-[13px] text-bad">
          {error}
        </p>
      ) : (
        hint && (
          <p id={noteId} className="text-[13px] text-ink-faint">
            {hint}
          </p>
        )
      )}
    </div>
  );
}

const control =
  "w-full rounded-md border border-line-strong bg-panel px-3 text-ink placeholder:text-ink-faint/70 transition-colors hover:border-ink-faint/60 focus-visible:border-pine focus-visible:outline-1 focus-visible:outline-offset-0 disabled:opacity-60 aria-invalid:border-bad max-sm:text-base";

function useWiring() {
  const { id, describedBy, invalid } = useContext(FieldContext);
  return { ...(id ? { id } : {}), "aria-describedby": describedBy, "aria-invalid": invalid || undefined };
}

export function Input({ className, ...rest }: ComponentProps<"input">) {
  return <input {...useWiring()} className={classNames(control, "h-9", className)} {...rest} />;
}

export function TextArea({ className, ...rest }: ComponentProps<"textarea">) {
  return <textarea {...useWiring()} className={classNames(control, "min-h-24 py-2", className)} {...rest} />;
}

/** The browser's own list of choices: it works on every phone and with every keyboard. */
export function Select({ className, ...rest }: ComponentProps<"select">) {
  return (
    <span className={classNames("relative grid min-w-0", className)}>
      <select {...useWiring()} className={`${control} h-9 min-w-0 appearance-none truncate pr-8`} {...rest} />
      <ChevronDown className="pointer-events-none absolute top-2.5 right-2.5 size-4 text-ink-faint" aria-hidden />
    </span>
  );
}
