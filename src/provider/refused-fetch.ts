import { Failure } from "@/failures";
import { FetchRefused } from "./fetch-refused";

const RETRY_SECONDS = 60;

/** Throws what a fetch threw, a refused one as a Failure `input_invalid` that says why. */
export function asFailure(error: unknown): never {
  if (!(error instanceof FetchRefused)) throw error;
  const { message: detail, passing } = error;
  const errors = [{ path: "url", message: detail }];
  throw new Failure("input_invalid", { detail, errors, retryAfterSeconds: passing ? RETRY_SECONDS : undefined });
}
