import type { Failure } from "./failure";

/** What a developer needs to mend the last failure; holds no token and no message text. */
export interface Diagnosis {
  /** Empty while nothing went wrong. */
  code: string;
  cause: string;
  /** Where the setting that mends it is. */
  setting: string;
  link: string;
  status: number;
  requestId: string;
}

const settings: [codes: RegExp, setting: string][] = [
  [/^network/, "the page's connect-src, option api-url"],
  [/^origin_|^https/, "Console → Origins"],
  [/^site_key/, "option site-key"],
  [/^token_expired/, "option onTokenRefresh"],
  [/^token_|^tenant_/, "Console → Keys & secrets"],
  [/^identity_|^rate_|^quota_/, "Console → Behaviour"],
];

/** Explains the last failure. */
export function diagnose(failure: Failure | null, apiUrl: string): Diagnosis {
  const { code = "", status = 0, detail = "", requestId = "", help = "" } = failure ?? {};
  return {
    code,
    cause: detail || code,
    setting: settings.find(([codes]) => codes.test(code))?.[1] ?? "",
    link: help || (code && `${apiUrl.slice(0, -7)}/docs/errors/${code}`),
    status,
    requestId,
  };
}
