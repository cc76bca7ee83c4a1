// Every sentence a visitor can read. `strings` in the options replaces any of them by key.

import { launcherEnglish } from "./labels";

/** What a visitor reads when something went wrong, by the code of the problem. */
export const failures = {
  network: launcherEnglish.network,
  origin_not_allowed: "This domain is not authorized to use this chat service.",
  https_required: "This chat service requires a secure connection (HTTPS).",
  origin_mismatch: "Session security error. Please refresh the page.",
  conversation_not_found: "Conversation expired. Starting a new conversation.",
  site_key_invalid: "Chat service is currently unavailable.",
  token_expired: "Session expired. Please try again.",
  identity_required: "Please sign in to use this chat.",
  too_large: "Your message is too long. Please shorten it and try again.",
  rate_limited: "Too many messages. Please wait a moment and try again.",
  quota_exceeded: "This chat has reached its limit. Please try again later.",
  unexpected: "An error occurred. Please try again later.",
};

export const english = {
  ...failures,
  ...launcherEnglish,
  title: "AI Assistant",
  subtitle: "Answers with sources",
  introText: "Hi! Ask a question and get an answer with its sources.",
  suggestionsLabel: "Suggested questions",
  inputLabel: "Your message",
  inputPlaceholder: "Ask a question…",
  send: "Send message",
  stop: "Stop answering",
  stopped: "Stopped",
  retry: "Try again",
  copy: "Copy answer",
  copied: "Copied",
  copyCode: "Copy code",
  copyFailed: "Could not copy",
  menu: "Conversation menu",
  newConversation: "New conversation",
  conversationLabel: "Conversation",
  you: "You",
  assistant: "Assistant",
  thinking: "Looking for an answer",
  sources: "Sources",
  sourceMark: "Source {number}: {title}",
  openSource: "Open source",
  jumpToLatest: "Jump to latest",
  disclaimer: "AI answers can be wrong. Check the sources.",
  waitingOffline: "You are offline. This will be sent once you are back online.",
  startingOver: "Starting a new conversation…",
  helpful: "Good answer",
  notHelpful: "Bad answer",
  thanks: "Thank you for telling us.",
  talkToPerson: "Talk to a person",
  download: "Download transcript",
  endConversation: "End conversation",
  deleteConversation: "Delete conversation",
  waitingForPerson: "Waiting for a person",
  withPerson: "You are talking to a person",
  ended: "This conversation has ended. Write again to begin a new one.",
  person: "Team",
  attach: "Attach a file",
  consentText:
    "You are about to chat with an AI assistant. Your messages are sent to this site’s chat service and kept to answer you.",
  consentAgree: "Agree and start",
};

export type Words = { [key in keyof typeof english]: string };
