// Why nothing came of a question to an address.

/** Why an address was refused or could not be read; the message is fit for the tenant. */
export class FetchRefused extends Error {
  /** Whether the same page may well be readable in a while. */
  readonly passing: boolean;
  /** Of the answer, where there was one. */
  readonly status: number | undefined;
  /** How long the server asks to be left alone, where it says so. */
  readonly retryAfterMs: number | undefined;

  constructor(message: string, passing = false, status?: number, retryAfterMs?: number) {
    super(message);
    this.passing = passing;
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }
}

/** Answers and errors that pass by themselves. */
const PASSING = new Set([
  ...["408", "425", "429", "500", "502", "503", "504"],
  ...["EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH", "EPIPE"],
  ...["UND_ERR_CONNECT_TIMEOUT", "UND_ERR_HEADERS_TIMEOUT", "UND_ERR_BODY_TIMEOUT", "UND_ERR_SOCKET"],
]);

/** Whether an answer with this status may well be another one in a while. */
export function isPassing(status: number): boolean {
  return PASSING.has(`${status}`);
}

/** `Retry-After`, seconds or a date, in milliseconds from now; undefined for anything else. */
export function toRetryAfter(header: string | null): number | undefined {
  if (header === null) return undefined;
  const milliseconds = /^\s*\d{1,9}\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(milliseconds) && milliseconds > 0 ? milliseconds : undefined;
}

/** Whatever a fetch threw, as a FetchRefused. */
export function explain(error: unknown, timedOut: boolean): FetchRefused {
  for (let cause = error; cause instanceof Error; cause = cause.cause) if (cause instanceof FetchRefused) return cause;
  if (timedOut) return new FetchRefused("The page took too long to answer.", true);
  const code =
    error instanceof Error && error.cause instanceof Error ? (error.cause as NodeJS.ErrnoException).code : undefined;
  if (code === "ENOTFOUND") return new FetchRefused("There is no such host.");
  return new FetchRefused(`The page could not be read${code ? ` (${code})` : ""}.`, PASSING.has(code ?? ""));
}
