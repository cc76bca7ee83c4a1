// Types of window.Gatehouse, the widget's one global (also window.AISupportWidget). Copy or reference this file:
//   /// <reference path="gatehouse.d.ts" />

export interface GatehouseOptions {
  /** The public key from the console. */
  siteKey?: string;
  tenantKey?: string;
  /** @deprecated The older name of `tenantKey`. */
  tenantId?: string;
  /** Default: the host the script came from. */
  apiUrl?: string;
  /** Every request carries a session token. */
  useJWT?: boolean;
  /** An identity token your server signed for the user of your own session. */
  jwt?: string;
  /** Gives a new identity token: asked before one ends, on waking and on a refusal. */
  onTokenRefresh?: () => string | Promise<string>;
  citations?: boolean;
  enableCitations?: boolean;
  title?: string;
  introText?: string;
  showIntro?: boolean;
  theme?: "light" | "dark" | "auto";
  position?: "bottom-right" | "bottom-left";
  /** Any CSS colour; the text on it is chosen to be readable. */
  primaryColor?: string;
  userColor?: string;
  aiColor?: string;
  /** A character or emoji in place of the mark. */
  fabIcon?: string;
  fabColor?: string;
  /** A CSS length; a number counts pixels. */
  width?: string | number;
  height?: string | number;
  zIndex?: number;
  /** From the bottom and, second, from the side: `"20px 32px"`. */
  offset?: string | number;
  /** Spoken: en, de, fr, es, pt, ja, ar. Default: the page's `lang`. */
  locale?: string;
  /** Sentences of your own, by the keys of the widget's. */
  strings?: Partial<Record<GatehouseString, string>>;
  consent?: "none" | "required";
  debug?: boolean;
}

/** Everything a visitor can read. Words in braces, such as `{number}`, are filled in. */
export type GatehouseString =
  | Words<"assistant attach cancel closeLabel consentAgree consentText conversationLabel">
  | Words<"conversation_not_found copied copy copyCode copyFailed deleteConversation deleteSend deleteText">
  | Words<"deleteTitle deleted disclaimer download emailLabel endConversation endSend endText endTitle ended">
  | Words<"escalateSend escalateText escalateTitle escalated fileNotSupported fileSent fileTooLarge helpful">
  | Words<"https_required identity_required inputLabel inputPlaceholder introText jumpToLatest menu network">
  | Words<"newConversation no notHelpful openLabel openSource origin_mismatch origin_not_allowed person">
  | Words<"quota_exceeded rateText rate_limited reasonLabel retry send sendingFile site_key_invalid sourceMark">
  | Words<"sources stop stopped subtitle suggestionsLabel talkToPerson thanks thinking title token_expired">
  | Words<"too_large transcript unexpected waitingForPerson waitingOffline withPerson yes you">;

type Words<Said extends string> = Said extends `${infer First} ${infer Rest}` ? First | Words<Rest> : Said;

export interface GatehouseCitation {
  marker: number;
  title: string;
  url: string | null;
  quote: string;
  sourceId: string;
}

export interface GatehouseEvents {
  ready: Record<string, never>;
  open: Record<string, never>;
  close: Record<string, never>;
  message: { role: "assistant"; content: string; citations: GatehouseCitation[] };
  token: { sessionId: string | null; expiresAt: number };
  error: { code: string; status: number; message: string; requestId: string };
  destroy: Record<string, never>;
}

export interface GatehouseDiagnosis {
  /** Empty while nothing went wrong. */
  code: string;
  cause: string;
  /** Where the setting that mends it is; known a moment after the rest. */
  setting: string;
  link: string;
  status: number;
  requestId: string;
}

/** No method throws. Calls made before a widget runs wait for it; what asks something answers null or false. */
export interface GatehouseWidget {
  /** Starts the widget unless one runs already; the first one stays. */
  init(options?: GatehouseOptions): GatehouseWidget;
  open(): void;
  close(): void;
  toggle(): void;
  send(text: string): void;
  identify(identity: Pick<GatehouseOptions, "jwt" | "onTokenRefresh">): void;
  updateJwt(jwt: string): void;
  logout(): void;
  clearSession(): void;
  isTokenValid(): boolean;
  getTokenData(): { sessionId: string | null; expiresAt: string | null } | null;
  getSessionId(): string | null;
  getConversationId(): string | null;
  /** Also DOM events `gatehouse:<name>`. Returns the way to stop listening. */
  on<Name extends keyof GatehouseEvents>(event: Name, listener: (detail: GatehouseEvents[Name]) => void): () => void;
  diagnose(): GatehouseDiagnosis | null;
  /** Takes the widget off the page; `init` may be called again. */
  destroy(): void;
  readonly version: string;
}

/** A call that is left for the script to make when it comes: the method's name, then what it is given. */
export type GatehouseCall = {
  [Name in keyof GatehouseWidget]: GatehouseWidget[Name] extends (...args: infer Args) => unknown
    ? [method: Name, ...Args]
    : never;
}[keyof GatehouseWidget];

/**
 * What `window.Gatehouse` may be before the script has loaded:
 * `window.Gatehouse = window.Gatehouse || { q: [] }; Gatehouse.q.push(["open"])`.
 */
export interface GatehouseQueue {
  q: { push(...calls: GatehouseCall[]): unknown };
}

/** Attributes of `<gatehouse-chat>` and `<spectrum-chat>`; callbacks are properties of the element or options of `init`. */
export type GatehouseAttributes = {
  [Name in Exclude<
    keyof GatehouseOptions,
    "useJWT" | "onTokenRefresh" | "strings"
  > as Dashed<Name>]?: GatehouseOptions[Name];
} & { "use-jwt"?: boolean | "true" | "false"; strings?: string };

type Dashed<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${Dashed<Rest>}`
  : Name;

declare global {
  interface Window {
    Gatehouse: GatehouseWidget & GatehouseQueue;
    AISupportWidget: GatehouseWidget;
    /** The running widget; undefined while none runs. */
    SpectrumChatGlobal?: GatehouseWidget;
    /** Read when the script runs. */
    GatehouseConfig?: GatehouseOptions;
    /** The same under its other name; what `GatehouseConfig` says wins. */
    SpectrumChatConfig?: GatehouseOptions;
  }
  interface HTMLElementTagNameMap {
    "gatehouse-chat": HTMLElement & Pick<GatehouseOptions, "jwt" | "onTokenRefresh" | "strings">;
    "spectrum-chat": HTMLElement & Pick<GatehouseOptions, "jwt" | "onTokenRefresh" | "strings">;
  }
  // Preact, Solid and React before 19.
  namespace JSX {
    interface IntrinsicElements {
      "gatehouse-chat": GatehouseAttributes;
      "spectrum-chat": GatehouseAttributes;
    }
  }
}
