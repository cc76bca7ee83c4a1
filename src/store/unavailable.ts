// A database that does not answer is no bug: whoever asked is told to come back.
import { Failure } from "@/failures";

const RETRY_SECONDS = 5;

/** Of the network, of Postgres (it starts, it stops, it is full), of Prisma (no connection). */
const CODES =
  /^(?:ECONN(?:REFUSED|RESET|ABORTED)|ENOENT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EPIPE|ETIMEDOUT|08\w{3}|57P0\d|53300|25006|P1001|P1002|P1008|P1017|P2024|P2028)$/;
const MESSAGES =
  /Connection terminated|timeout exceeded when trying to connect|Query read timeout|connection error and is not queryable|Client was closed|DatabaseNotReachable|ConnectionClosed|SocketTimeout/i;

/** Whether the database could not be reached, or went away meanwhile. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof Failure) return false;
  const { code, cause, message } = error as Error & { code?: unknown };
  if (typeof code === "string" && CODES.test(code)) return true;
  if (error instanceof AggregateError && error.errors.some(isUnavailable)) return true;
  return MESSAGES.test(message) || MESSAGES.test(JSON.stringify(cause ?? null) ?? "") || isUnavailable(cause);
}

/** Such an error as the Failure it is for a caller; any other as it is. */
export function toUnavailable(error: unknown): unknown {
  if (!isUnavailable(error)) return error;
  const reason = `database: ${(error as Error).message.slice(0, 200)}`;
  return new Failure("answer_unavailable", { retryAfterSeconds: RETRY_SECONDS, reason });
}
