"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useApi } from "../api";
import { type ApiError, needsPassword } from "../refusal-of";
import { usePasswordGate } from "./password-gate";

/** What all changes to secrets and keys have in common: the password is asked for, and the lists are read again. */
export function useSecretChange() {
  const api = useApi();
  const queries = useQueryClient();
  const gate = usePasswordGate();
  return {
    dialog: gate.dialog,
    /** For `onError`: asks for the password and does it again, where that is all there is to it. */
    orPassword: (error: ApiError, again: () => void) => {
      if (needsPassword(error)) gate.ask(again);
    },
    /** For `onSettled`. */
    reload: () =>
      Promise.all([
        queries.invalidateQueries(api.signingSecret.list.queryFilter()),
        queries.invalidateQueries(api.apiKey.pathFilter()),
        queries.invalidateQueries(api.siteKey.list.queryFilter()),
        queries.invalidateQueries(api.session.count.queryFilter()),
      ]),
  };
}

/** Typed days; NaN, which the server refuses, for an empty field. */
export function toDays(typed: string): number {
  return typed === "" ? Number.NaN : Number(typed);
}

/** An error that is to be shown, not the demand for a password. */
export function shown(error: ApiError | null): ApiError | null {
  return error && !needsPassword(error) ? error : null;
}
