import type { Challenge } from "../wire";
import { failures, type Words } from "../words";

/** Anything that kept a request from its answer; `code` is the gateway's, or one of our own `network`, `unexpected`. */
export class Failure extends Error {
  constructor(
    readonly code: string,
    readonly status = 0,
    /** For the developer, never shown to a visitor. */
    readonly detail = "",
    readonly requestId = "",
    /** Address of the page that explains the code. */
    readonly help = "",
    /** The work that is asked for before the same request is taken. */
    readonly challenge?: Challenge,
  ) {
    super(code);
  }

  /** From a problem of RFC 9457 as the gateway writes it; what is missing or no problem at all leaves its status. */
  static of(problem: Record<string, unknown>, status = 500): Failure {
    const { code = "", detail, requestId, type, challenge } = problem;
    const work = challenge as Challenge | undefined;
    return new Failure(`${code}`, status, `${detail ?? ""}`, `${requestId ?? ""}`, `${type ?? ""}`, work);
  }
}

// For codes that need no sentence of their own, and answers that carry no problem of ours: a proxy's, say.
const byStatus: Record<number, keyof typeof failures> = {
  401: "token_expired",
  403: "origin_not_allowed",
  404: "site_key_invalid",
  413: "too_large",
  429: "rate_limited",
};

/** The one sentence a visitor reads for a failure; never blank. */
export function sentenceOf({ code, status }: Failure, words: Words): string {
  return words[Object.hasOwn(failures, code) ? (code as keyof Words) : (byStatus[status] ?? "unexpected")];
}

/** Turns whatever was thrown into a failure. */
export function toFailure(thrown: unknown): Failure {
  return thrown instanceof Failure ? thrown : new Failure("unexpected", 0, `${thrown}`);
}

/** Reads the body of a refused answer: a problem when it is one of ours, else only its status. */
export function parseProblem(status: number, body: string): Failure {
  try {
    return Failure.of(Object(JSON.parse(body)) as Record<string, unknown>, status);
  } catch {
    return Failure.of({}, status);
  }
}
