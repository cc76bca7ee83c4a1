// Failures as RFC 9457 problems. One of the two places where a Failure is caught.
import { LimitExceeded } from "@/core/limit/limit-exceeded";
import { ChallengeRequired } from "@/core/session/challenge-required";
import { failures } from "@/failure-table";
import { Failure } from "@/failures";
import type { Problem } from "../../widget/wire";
import { limitHeaders } from "./limit-headers";

export interface Where {
  requestId: string;
  publicUrl: string;
}

export function toProblem(failure: Failure, { requestId, publicUrl }: Where): Problem {
  const { code, detail, errors } = failure;
  const { status, title } = failures[code];
  const type = `${publicUrl}/docs/errors/${code}`;
  const challenge = failure instanceof ChallengeRequired ? { challenge: failure.challenge } : {};
  return { type, title, status, detail, code, requestId, ...(errors ? { errors } : {}), ...challenge };
}

/** What a bug looks like from outside: nothing of what was inside. */
export function unexpectedProblem(where: Where): Problem {
  return toProblem(new Failure("unexpected"), where);
}

export function problemResponse(failure: Failure, where: Where, headers: Record<string, string>): Response {
  const problem = toProblem(failure, where);
  const all: Record<string, string> = {
    ...headers,
    "content-type": "application/problem+json",
    "cache-control": "no-store",
  };
  if (failure.retryAfterSeconds !== undefined) all["retry-after"] = String(failure.retryAfterSeconds);
  if (failure instanceof LimitExceeded) Object.assign(all, limitHeaders([failure.verdict]));
  if (problem.status === 401) all["www-authenticate"] = `Bearer error="${failure.code}"`;
  return new Response(JSON.stringify(problem), { status: problem.status, headers: all });
}
