import { Field, Input } from "../part/field";
import { type ApiError, fieldError } from "../refusal-of";

export interface ProofValue {
  password: string;
  code: string;
}
export const noProof: ProofValue = { password: "", code: "" };

/** As procedures take it: no code where none is asked for. */
export const toProof = ({ password, code }: ProofValue) => ({ password, ...(code ? { code } : {}) });

interface Props {
  value: ProofValue;
  onChange: (value: ProofValue) => void;
  error: ApiError | null;
  /** Ask for a code, too. */
  twoStep: boolean;
  /** False for an account that has none: then a recent sign-in is the proof. */
  hasPassword?: boolean;
  label?: string;
  autoFocus?: boolean;
}

/** The present password, where there is one, and, with two-step sign-in, the present code. */
export function ProofFields({ value, onChange, error, twoStep, hasPassword = true, label, autoFocus }: Props) {
  return (
    <>
      {hasPassword && (
        <Field label={label ?? "Password"} error={fieldError(error, "password")}>
          <Input
            type="password"
            autoComplete="current-password"
            autoFocus={autoFocus}
            value={value.password}
            onChange={(event) => onChange({ ...value, password: event.target.value })}
          />
        </Field>
      )}
      {twoStep && (
        <CodeField
          value={value.code}
          onChange={(code) => onChange({ ...value, code })}
          error={fieldError(error, "code")}
        />
      )}
    </>
  );
}

interface CodeProps {
  value: string;
  onChange: (code: string) => void;
  error?: string | undefined;
  autoFocus?: boolean;
  hint?: string;
}

export function CodeField({ value, onChange, error, autoFocus, hint }: CodeProps) {
  return (
    <Field label="Code" error={error} hint={hint ?? "From your authenticator app, or a recovery code."}>
      <Input
        inputMode="text"
        autoComplete="one-time-code"
        spellCheck="false"
        autoFocus={autoFocus}
        className="font-mono tracking-wide"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
