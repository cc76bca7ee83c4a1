import type { Log } from "./debug-log";
import type { Emitter } from "./emitter";
import type { Identity } from "./extra/token-keeper";
import type { Tokens } from "./extra/tokens";
import type { LauncherWords } from "./labels";
import type { Chunk } from "./load-chunk";
import type { Options } from "./options/options";
import type { Diagnosis } from "./trouble";
import type { Kit } from "./view/kit";
import type { Launcher } from "./view/launcher";
import type { Look } from "./view/look";

/** What the launcher hands to the chat behind it. */
export interface ChatWorld {
  view: Window & typeof globalThis;
  options: Options;
  siteKey: string;
  apiUrl: string;
  locale: string;
  /** The launcher's words, which the chat knows in more languages. */
  words: LauncherWords;
  log: Log;
  emitter: Emitter;
  /** The end of the widget. */
  signal: AbortSignal;
  root: HTMLElement;
  look: Look;
  launcher: Launcher;
  kit: Kit;
  adopt(css: string): void;
  /** The address of the documentation of an error. */
  docs(code: string): string;
  load<Part>(chunk: Chunk): Promise<Part>;
  isOpen(): boolean;
  close(): void;
}

/** What the launcher may ask of the chat. */
export interface Chat {
  /** Makes the panel, outside of the page. */
  prepare(): void;
  /** Puts it into the page, closed. */
  build(): void;
  open(): void;
  /** Whether the focus was inside. */
  close(): boolean;
  send(message: string): void;
  identify(identity: Identity): void;
  forget(whom: "session" | "everyone"): void;
  /** What keeps the token, where there is one. */
  tokens(): Tokens | undefined;
  conversationId(): string | null;
  /** Null while nothing went wrong. */
  diagnose(): Diagnosis | null;
  destroy(): void;
}
