// Every way to say no, one table.

interface FailureKind {
  status: number;
  /** Name of the tRPC error it becomes in the console. */
  trpc:
    | "BAD_REQUEST"
    | "UNAUTHORIZED"
    | "FORBIDDEN"
    | "NOT_FOUND"
    | "CONFLICT"
    | "TOO_MANY_REQUESTS"
    | "INTERNAL_SERVER_ERROR";
  title: string;
  /** What to do about it, said to whoever made the request; never what was inside. */
  cure: string;
}

export const failures = {
  input_invalid: {
    status: 400,
    trpc: "BAD_REQUEST",
    title: "The request is not valid",
    cure: "Correct the fields named in errors.",
  },
  token_missing: {
    status: 401,
    trpc: "UNAUTHORIZED",
    title: "A token is needed",
    cure: "Send Authorization: Bearer with a session token, identity token or API key.",
  },
  token_expired: {
    status: 401,
    trpc: "UNAUTHORIZED",
    title: "The token has expired",
    cure: "Get a fresh token and send the request again.",
  },
  token_invalid: {
    status: 401,
    trpc: "UNAUTHORIZED",
    title: "The token is not valid",
    cure: "Get a fresh token. The exact reason stands on the tenant's Refusals page.",
  },
  identity_required: {
    status: 401,
    trpc: "UNAUTHORIZED",
    title: "Visitors must be signed in",
    cure: "Send an identity token signed by your server.",
  },
  origin_missing: {
    status: 403,
    trpc: "FORBIDDEN",
    title: "The Origin header is missing or malformed",
    cure: "Call this address from a page of an allowed website.",
  },
  origin_not_allowed: {
    status: 403,
    trpc: "FORBIDDEN",
    title: "This origin is not allowed",
    cure: "Add the origin to the tenant's allowed origins.",
  },
  https_required: {
    status: 403,
    trpc: "FORBIDDEN",
    title: "HTTPS is required",
    cure: "Serve the page over HTTPS; http works on localhost only, while development origins are on.",
  },
  origin_mismatch: {
    status: 403,
    trpc: "FORBIDDEN",
    title: "This belongs to another origin",
    cure: "Go on from the origin that began it.",
  },
  tenant_mismatch: {
    status: 403,
    trpc: "FORBIDDEN",
    title: "The token names another tenant",
    cure: "Sign the token with this tenant's id in tenantId.",
  },
  scope_refused: {
    status: 403,
    trpc: "FORBIDDEN",
    title: "Not permitted",
    cure: "Ask an owner or administrator of the tenant.",
  },
  challenge_required: {
    status: 403,
    trpc: "FORBIDDEN",
    title: "A proof of work is needed",
    cure: "Solve the challenge and send the request again.",
  },
  recent_sign_in_required: {
    status: 403,
    trpc: "FORBIDDEN",
    title: "Confirm your password",
    cure: "Enter your password again, then repeat the action.",
  },
  two_step_required: { status: 401, trpc: "UNAUTHORIZED", title: "A code is needed", cure: "Enter your app's code." },
  site_key_invalid: {
    status: 404,
    trpc: "NOT_FOUND",
    title: "Unknown site key",
    cure: "Copy the snippet again from the console's Install page.",
  },
  conversation_not_found: {
    status: 404,
    trpc: "NOT_FOUND",
    title: "Conversation not found",
    cure: "Start a new conversation.",
  },
  not_found: { status: 404, trpc: "NOT_FOUND", title: "Not found", cure: "Check the address." },
  method_not_allowed: {
    status: 405,
    trpc: "BAD_REQUEST",
    title: "Method not allowed",
    cure: "Use one of the methods named in the Allow header.",
  },
  conversation_closed: {
    status: 409,
    trpc: "CONFLICT",
    title: "The conversation is closed",
    cure: "Start a new conversation.",
  },
  conflict: {
    status: 409,
    trpc: "CONFLICT",
    title: "This was changed meanwhile",
    cure: "Load the present state and try again.",
  },
  too_large: { status: 413, trpc: "BAD_REQUEST", title: "The request is too large", cure: "Send at most 64 KiB." },
  type_not_supported: {
    status: 415,
    trpc: "BAD_REQUEST",
    title: "This content type is not supported",
    cure: "Send application/json.",
  },
  rate_limited: {
    status: 429,
    trpc: "TOO_MANY_REQUESTS",
    title: "Too many requests",
    cure: "Wait as long as Retry-After says.",
  },
  quota_exceeded: {
    status: 429,
    trpc: "TOO_MANY_REQUESTS",
    title: "The quota is used up",
    cure: "Wait for the next period or raise the quota.",
  },
  unexpected: {
    status: 500,
    trpc: "INTERNAL_SERVER_ERROR",
    title: "Something went wrong on our side",
    cure: "Try again later; tell the operator the request id if it stays.",
  },
  answer_unavailable: {
    status: 503,
    trpc: "INTERNAL_SERVER_ERROR",
    title: "No answer can be given now",
    cure: "Try again in a moment.",
  },
} as const satisfies Record<string, FailureKind>;
