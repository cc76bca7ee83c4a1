import type { Saved } from "./entry";

/** What tabs of one visitor tell each other: whose conversation stands where, and that somebody left. */
export type Word =
  | { kind: "hello" }
  /** To whoever said hello, where there is nothing to show. */
  | { kind: "here" }
  | { kind: "state"; id: string; user: string | null; held: unknown; saved: Saved[] }
  /** `lost`: the gateway forgot it; otherwise the visitor was done with it. */
  | { kind: "gone"; id: string; lost: boolean }
  /** Somebody signed in. */
  | { kind: "user"; user: string }
  | { kind: "logout" };

export interface Tabs {
  tell(word: Word): void;
  close(): void;
}

/** Only pages of the same origin can hear it. Where it is blocked, as in some frames, each tab keeps its own counsel. */
export function createTabs(view: Window & typeof globalThis, siteKey: string, hear: (word: Word) => void): Tabs {
  let channel: BroadcastChannel | undefined;
  try {
    channel = new view.BroadcastChannel(`gatehouse:${siteKey}`);
    channel.onmessage = ({ data }) => hear(Object(data));
  } catch {
    // Blocked.
  }
  return { tell: (word) => channel?.postMessage(word), close: () => channel?.close() };
}
