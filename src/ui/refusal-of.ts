import type { TRPCClientErrorLike } from "@trpc/client";
import type { ConsoleRouter } from "@/console/router";

export type ApiError = TRPCClientErrorLike<ConsoleRouter>;

/** The words that belong beside the field `path`, if the error has any. */
export function fieldError(error: ApiError | null, path: string): string | undefined {
  return error?.data?.facts.errors.find((fault) => fault.path === path || fault.path.startsWith(`${path}.`))?.message;
}

/** The words for what belongs beside no field of `paths`; none where the password is asked for instead. */
export function formError(error: ApiError | null, paths: string[] = []): string | undefined {
  if (!error || needsPassword(error) || paths.some((path) => fieldError(error, path))) return undefined;
  return error.data ? error.message : "The server cannot be reached. Check your connection and try again.";
}

/** Whether somebody else was quicker: what the page shows is no longer so. */
export function isStale(error: ApiError | null): boolean {
  return error?.data?.facts.code === "conflict";
}

/** Whether the password has to be entered again before this is done. */
export function needsPassword(error: ApiError | null): boolean {
  return error?.data?.facts.code === "recent_sign_in_required";
}
