import type { ConsoleSettings } from "../console-settings";
import type { Options } from "../options/options";
import type { Conversation } from "../talk/conversation";
import type { Call } from "../talk/transport";
import type { Kit } from "../view/kit";
import type { WidgetSettings } from "../wire";

/** What a part that is loaded later is given to work with. */
export interface ExtraWorld {
  kit: Kit;
  conversation: Conversation;
  options: Options;
  settings: ConsoleSettings;
  /** What the tenant switched on, as it stands. */
  features(): NonNullable<WidgetSettings["features"]>;
  /** Words of the part's own, in the visitor's language and with the page's laid over them. */
  words<T extends object>(english: T): T;
  /** Does something to the present conversation; see the gateway. */
  act(method: Call["method"], tail?: string, body?: unknown): Promise<Response>;
  /** The end of the widget. */
  signal: AbortSignal;
  /** Forgets the conversation here and in the other tabs. */
  erase(): void;
  /** Tells the page, the developer and a screen reader what went wrong; gives the sentence for it. */
  report(thrown: unknown): Promise<string>;
  /** Says something above the conversation; empty takes it away. */
  warn(sentence: string): void;
  /** Tells a screen reader. */
  say(sentence: string): void;
  /** Adds a stylesheet. */
  adopt(css: string): void;
  /** Puts something in place of the conversation, with the focus in it; null brings the conversation back. */
  cover(node: HTMLElement | null): void;
}
