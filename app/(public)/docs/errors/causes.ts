import type { FailureCode } from "@/failures";

interface Cause {
  /** What usually is behind it. */
  why: string;
  /** What whoever embeds or calls us does about it. */
  mend: string;
}

/** Each code as somebody meets it who has to mend it; code in backticks. */
export const causes: Record<FailureCode, Cause> = {
  input_invalid: {
    why: "A field is missing or of the wrong type. Fields that are not known are ignored, they are never the cause.",
    mend: "`errors` names each field by its path, with what it takes. The API page has every body.",
  },
  token_missing: {
    why: "The tenant demands a session or an identity, and the request came without a token; or an API key is needed.",
    mend: "Send `Authorization: Bearer …`: the token of `POST /api/v1/sessions`, an identity token, or from a server an API key. The widget does it by itself when it has `use-jwt` or a session.",
  },
  token_expired: {
    why: "`exp` of the token has passed, by more than the 60 s that clocks may differ.",
    mend: "Get a fresh one and send the request again. Give the widget `onTokenRefresh`: it asks before the end, and once more when it meets this.",
  },
  token_invalid: {
    why: "Signed with another secret or with an algorithm other than HS256, without `iat`, `exp` or `userId`, living longer than 3,600 s, revoked, or of a class that does not belong here. The answer is the same for all of them on purpose.",
    mend: "Paste the token into Keys & secrets: each claim is explained and the failing one pointed at. The exact reason also stands on the Refusals page.",
  },
  identity_required: {
    why: "The tenant lets in only visitors whom its own server vouches for.",
    mend: "Sign an identity token on your server and hand it to the widget, or choose another demand on the Behaviour page.",
  },
  origin_missing: {
    why: "No `Origin` came, or `null`: a sandboxed frame, a page opened from a file, an extension, or a program that is no browser.",
    mend: "Serve the page over https and call from its own script. From a server use an API key, which needs no `Origin`.",
  },
  origin_not_allowed: {
    why: "The page's origin is not on the tenant's list. `https://example.com` and `https://www.example.com` are two, and so is each port; a wildcard stands for one label.",
    mend: "The Refusals and Install pages show the origin as the browser sent it, with a button that allows it. It holds within a second.",
  },
  https_required: {
    why: "The page is served over plain http, or over http on localhost while development origins are switched off.",
    mend: "Serve it over https. While you develop, switch development origins on (Origins page).",
  },
  origin_mismatch: {
    why: "A session token or a conversation is used from another origin than the one it began on.",
    mend: "Begin a session on each origin, or put the origins into one group on the Origins page: then they count as one.",
  },
  tenant_mismatch: {
    why: "The `tenantId` in the identity token is not the one of the site key.",
    mend: "Sign with this tenant's id and secret; often staging and production are mixed up.",
  },
  scope_refused: {
    why: "The API key does not have the scope this route needs, or a member's role may not do this.",
    mend: "Make a key with the scope (Keys & secrets), or ask an owner.",
  },
  challenge_required: {
    why: "The tenant asks new anonymous sessions for a proof of work, always or while something looks suspicious.",
    mend: 'Find a `solution` for which SHA-256 of `challenge` + "." + `solution` begins with `difficulty` zero bits, and send both with the same request. The widget does it by itself.',
  },
  recent_sign_in_required: {
    why: "In the console: what cannot be undone asks for the password again when it was entered more than ten minutes ago.",
    mend: "Enter it, and repeat the action.",
  },
  two_step_required: {
    why: "In the console: the account has two-step sign-in switched on.",
    mend: "Enter the code of your app, or one of your recovery codes.",
  },
  site_key_invalid: {
    why: "The site key is misspelt, disabled, or of another installation. Unknown and disabled keys are answered alike.",
    mend: "Copy the snippet again from the Install page, and compare the script's host.",
  },
  conversation_not_found: {
    why: "The conversation has expired, was erased, or is somebody else's. The answer does not tell which.",
    mend: "Forget its id and begin another. The widget does, and sends the message again.",
  },
  not_found: {
    why: "Nothing is at this address, or it is not yours to see.",
    mend: "Compare the path with the API page; ids are case-sensitive.",
  },
  method_not_allowed: {
    why: "The address exists, the method does not.",
    mend: "The `Allow` header names those that do.",
  },
  conversation_closed: {
    why: "The visitor or your team has closed the conversation.",
    mend: "Begin another.",
  },
  conflict: {
    why: "Somebody changed the same thing meanwhile, or it exists already.",
    mend: "Load what is there now and decide anew.",
  },
  too_large: {
    why: "The body is over its limit: 64 KiB of JSON, 4 MiB for a source, 10 MiB for a visitor's file.",
    mend: "Send less, or in parts.",
  },
  type_not_supported: {
    why: "The body is not JSON, or a file is of a kind that is not taken. Files are told by their bytes, not by their name.",
    mend: "Send `Content-Type: application/json`; files may be PNG, JPEG, GIF, WebP, PDF or plain text.",
  },
  rate_limited: {
    why: "Too many requests of one address, session, user or tenant within the window that `RateLimit-Policy` names.",
    mend: "Wait as long as `Retry-After` says. A whole office behind one address may need `GATEHOUSE_LIMIT_SCALE`.",
  },
  quota_exceeded: {
    why: "The tenant's messages of this month are spent, and it chose to refuse rather than to answer by search alone.",
    mend: "Raise the quota or let answers degrade to search, both on the Behaviour page.",
  },
  unexpected: {
    why: "A fault of ours. Nothing of it is told to whoever asked.",
    mend: "Try again. The log has the trace under the answer's `requestId`.",
  },
  answer_unavailable: {
    why: "The database or the model does not answer at the moment.",
    mend: "Try again in a moment; with the same `nonce` nothing happens twice. `/api/v1/health` says what is down.",
  },
};
