// What a failure means to the developer; extra/mend has the sentence for the visitor, and what mends it.

import type { Failure } from "./talk/failure";

/** What a developer needs to mend the last failure; holds no token and no message text. */
export interface Diagnosis {
  /** Empty while nothing went wrong. */
  code: string;
  cause: string;
  /** Where the setting that mends it is; empty until the part that knows is there. */
  setting: string;
  link: string;
  status: number;
  requestId: string;
}

/** Explains a failure, but for the setting (extra/mend). `docs` gives the address of a page about a code that came without one. */
export function diagnose({ code, status, detail, problem }: Failure, docs: (code: string) => string): Diagnosis {
  return {
    code,
    cause: detail || code,
    setting: "",
    link: `${problem.type || docs(code)}`,
    status,
    requestId: `${problem.requestId ?? ""}`,
  };
}
