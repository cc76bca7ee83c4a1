// A Failure may be thrown anywhere; it is caught in two places: the gateway (→ RFC 9457 problem) and the console's tRPC
// (→ tRPC error).
import { failures } from "./failure-table";

export type FailureCode = keyof typeof failures;

export interface FieldError {
  /** Dotted path of the field. */
  path: string;
  message: string;
}

const brand = Symbol.for("gatehouse.failure");

/**
 * A refusal that the caller may know of.
 * `detail` replaces the table's cure for the caller; `reason` is for the tenant's eyes and the log only.
 */
export class Failure extends Error {
  /** The same class may be loaded more than once in a process: Next bundles pages and routes apart. */
  readonly [brand] = true;
  override readonly name = "Failure";
  readonly detail: string;
  readonly reason: string | undefined;
  readonly errors: FieldError[] | undefined;
  /** Seconds until the same request may be accepted. */
  readonly retryAfterSeconds: number | undefined;

  constructor(
    readonly code: FailureCode,
    more: { detail?: string; reason?: string; errors?: FieldError[]; retryAfterSeconds?: number } = {},
  ) {
    super(code);
    this.detail = more.detail ?? failures[code].cure;
    this.reason = more.reason;
    this.errors = more.errors;
    this.retryAfterSeconds = more.retryAfterSeconds;
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    // biome-ignore lint/complexity/noThisInStatic: a kind of Failure asks for itself.
    if (this !== Failure) return Function.prototype[Symbol.hasInstance].call(this, value);
    return typeof value === "object" && value !== null && brand in value;
  }
}

/** A Failure about one field of the input: `path` names it, `message` says what to do. */
export function fieldFailure(path: string, message: string): Failure {
  return new Failure("input_invalid", { detail: message, errors: [{ path, message }] });
}
