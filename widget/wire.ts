// What travels between the widget and the gateway: the contract of /api/v1, types only.

export type Demand = "anonymous" | "session" | "identity";

/** Answer of `GET /api/v1/widget?siteKey=`. */
export interface WidgetSettings {
  name: string;
  demand: Demand;
  title: string;
  introText: string;
  suggestedQuestions: string[];
  theme: "light" | "dark" | "auto";
  position: "bottom-right" | "bottom-left";
  /** CSS colour, or null for the widget's own. */
  primaryColor: string | null;
  /** The launcher's colour where it is not the primary one. */
  launcherColor?: string | null;
  /** What the tenant switched on; what is absent is off, but for `citations`: no page can show them where they are off. */
  features?: { uploads?: boolean; escalation?: boolean; feedback?: boolean; citations?: boolean };
  /** What a visitor agrees to where the page asks for consent. */
  consentText?: string | null;
}

/** Body of `POST /api/v1/sessions`. */
export interface SessionAsking {
  siteKey: string;
  pageUrlHash: string | undefined;
  nonce: string;
}

/** Body of the two message routes. */
export interface Asking extends SessionAsking {
  message: string;
  citations: boolean;
}

/** Answer of `POST /api/v1/sessions`; OAuth's names, times in seconds and ISO 8601 UTC. */
export interface SessionAnswer {
  token: string;
  session_id: string;
  expires_in: number;
  expires_at: string;
}

export interface Citation {
  /** The number that stands in the text as `[1]`. */
  marker: number;
  title: string;
  url: string | null;
  /** A span that stands word for word in the source. */
  quote: string;
  sourceId: string;
}

export interface WireMessage {
  id: string;
  role: "user" | "assistant";
  /** Markdown. */
  content: string;
  citations: Citation[];
  /** Whether every statement is backed by a citation; false for an honest "I don't know". */
  grounded: boolean;
  createdAt: string;
  /** Who wrote it, where neither the visitor nor the answerer did. */
  author?: "person" | "system";
  /** An answer that is still being written; absent once it is whole. */
  state?: "pending";
  /** Put together from the passages alone, because the tenant's quota is spent. */
  searchOnly?: true;
}

/** Answer of the two message routes. */
export interface Answer {
  conversationId: string;
  /** The visitor's message that this answers. */
  questionId?: string;
  message: WireMessage;
  moderation?: { flagged: true };
}

/** Answer of `GET /api/v1/conversations/{id}`. */
export interface Transcript {
  conversationId: string;
  status: "ai" | "waiting" | "person" | "closed";
  messages: WireMessage[];
  /** What was sent into it, with links that live for five minutes. */
  files?: WireFile[];
}

export interface WireFile {
  fileId: string;
  name: string;
  type: string;
  size: number;
  url: string;
  expiresAt: string;
}

/** RFC 9457 problem. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  requestId: string;
  errors?: { path: string; message: string }[];
  /** With `challenge_required`. */
  challenge?: Challenge;
}

/** Find a `solution` for which SHA-256 of `challenge` + "." + `solution` begins with `difficulty` zero bits. */
export interface Challenge {
  algorithm: "sha256-leading-zero-bits";
  challenge: string;
  difficulty: number;
}

/**
 * Events of a streamed answer by name; exactly one of `message.done` and `error` ends a stream. `/events` goes on after
 * a `message.done`, also brings visitors' messages as one, and says `conversation.status` first and when it changes.
 */
export interface WireEvents {
  "conversation.status": { conversationId: string; status: Transcript["status"] };
  "message.start": { conversationId: string; messageId: string; questionId?: string };
  "message.delta": { text: string };
  citation: Citation;
  /** The whole text so far is replaced by this. */
  "message.replace": { content: string };
  "message.done": Answer;
  /** `/events` only: sent by the visitor, in whichever tab. */
  file: { conversationId: string; file: WireFile };
  error: Problem;
}
