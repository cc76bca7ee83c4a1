// What a visitor can read in a text chat; extra/*-words.ts and failure-words.ts have the rest. `strings` in the options replaces any of them
// by key.

import type { LauncherWords } from "./labels";

export const english = {
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
  copyCode: "Copy code",
  copied: "Copied",
  copyFailed: "Could not copy",
  menu: "Conversation menu",
  conversationLabel: "Conversation",
  you: "You",
  assistant: "Assistant",
  person: "Team",
  thinking: "Looking for an answer",
  sources: "Sources",
  sourceMark: "Source {number}: {title}",
  openSource: "Open source",
  jumpToLatest: "Jump to latest",
  disclaimer: "AI answers can be wrong. Check the sources.",
  waitingOffline: "You are offline. This is sent once you are back.",
  unexpected: "An error occurred. Please try again later.",
};

export type Words = LauncherWords & { [key in keyof typeof english]: string };
