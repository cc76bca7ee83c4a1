/** Also the note above the question that found out. */
export const lostEnglish = { conversation_not_found: "Conversation expired. Starting a new conversation." };

/** What a visitor reads when something went wrong, by the code of the problem; `network` and `unexpected` stand elsewhere. */
export const failureEnglish = {
  ...lostEnglish,
  origin_not_allowed: "This domain is not authorized to use this chat service.",
  https_required: "This chat service requires a secure connection (HTTPS).",
  origin_mismatch: "Session security error. Please refresh the page.",
  site_key_invalid: "Chat service is currently unavailable.",
  token_expired: "Session expired. Please try again.",
  identity_required: "Please sign in to use this chat.",
  too_large: "Your message is too long. Please shorten it and try again.",
  rate_limited: "Too many messages. Please wait a moment and try again.",
  quota_exceeded: "This chat has reached its limit. Please try again later.",
};
