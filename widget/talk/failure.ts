import type { Problem } from "../wire";

/** Anything that kept a request from its answer; `code` is the gateway's, or one of our own `network`, `unexpected`. */
export interface Failure extends Error {
  code: string;
  status: number;
  /** For the developer, never shown to a visitor. */
  detail: string;
  /** What the gateway said, where it said anything; nobody has checked it. */
  problem: Partial<Problem>;
}

export function newFailure(code: string, status = 0, detail = "", problem: Partial<Problem> = {}): Failure {
  return Object.assign(new Error(code), { code, status, detail, problem });
}

/** From a problem of RFC 9457 as the gateway writes it; what is missing or no problem at all leaves its status. */
export function failureOf(said: unknown, status = 500): Failure {
  const problem = Object(said) as Partial<Problem>;
  return newFailure(`${problem.code ?? ""}`, status, `${problem.detail ?? ""}`, problem);
}

/** What is not as the contract has it; the detail is for the developer. */
export const unexpected = (detail: string) => newFailure("unexpected", 0, detail);

/** Turns whatever was thrown into a failure. The look decides. */
export function toFailure(thrown: unknown): Failure {
  return "problem" in Object(thrown) ? (thrown as Failure) : unexpected(`${thrown}`);
}
