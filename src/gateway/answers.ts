// What the routes answer, as schemas: the OpenAPI document is made of them, and recorded answers are checked against them.
import { z } from "zod";
import type {
  Answer as WireAnswer,
  Citation as WireCitation,
  WireMessage,
  Problem as WireProblem,
  SessionAnswer as WireSession,
  Transcript as WireTranscript,
  WidgetSettings as WireWidget,
} from "../../widget/wire";

/** One answer of a route beside the problems that every route may answer with. */
export interface AnswerShape {
  status: number;
  /** Null for an answer without a body. */
  schema: z.ZodType | null;
  description: string;
  /** Content types, the first one for those who accept anything. */
  types: string[];
}

/** One answer of a route. `types` is JSON unless said otherwise. */
export function gives(
  status: number,
  schema: z.ZodType | null,
  description: string,
  types: string[] = schema === null ? [] : ["application/json"],
): AnswerShape {
  return { status, schema, description, types };
}

/** JSON, or the same as an event stream. */
export const STREAMED = ["application/json", "text/event-stream"];

export const Time = z.iso.datetime();

/** Who answers a conversation. */
export const Status = z.enum(["ai", "waiting", "person", "closed"]);

const Citation = z.object({
  marker: z.int().min(1),
  title: z.string(),
  url: z.string().nullable(),
  quote: z.string(),
  sourceId: z.string(),
}) satisfies z.ZodType<WireCitation>;

export const Message = z.object({
  id: z.string(),
  role: z.enum(["user", "assistant"]),
  content: z.string(),
  citations: z.array(Citation),
  grounded: z.boolean(),
  createdAt: Time,
  author: z.enum(["person", "system"]).optional(),
  state: z.literal("pending").optional(),
  searchOnly: z.literal(true).optional(),
}) satisfies z.ZodType<WireMessage>;

export const WidgetAnswer = z.object({
  name: z.string(),
  demand: z.enum(["anonymous", "session", "identity"]),
  title: z.string(),
  introText: z.string(),
  suggestedQuestions: z.array(z.string()),
  /** What is switched on; what is absent is off. */
  features: z.object({
    feedback: z.boolean(),
    uploads: z.boolean(),
    escalation: z.boolean(),
    /** Off: answers carry no citations, whatever a request asks for. */
    citations: z.boolean(),
  }),
  /** What a visitor agrees to where the page asks for consent; null for the widget's own words. */
  consentText: z.string().nullable(),
  launcherColor: z.string().nullable(),
  theme: z.enum(["light", "dark", "auto"]),
  position: z.enum(["bottom-right", "bottom-left"]),
  primaryColor: z.string().nullable(),
}) satisfies z.ZodType<WireWidget>;

export const SessionAnswer = z.object({
  token: z.string(),
  session_id: z.string(),
  expires_in: z.int(),
  expires_at: Time,
}) satisfies z.ZodType<WireSession>;

export const MessageAnswer = z.object({
  conversationId: z.string(),
  questionId: z.string().optional(),
  message: Message,
  moderation: z.object({ flagged: z.literal(true) }).optional(),
}) satisfies z.ZodType<WireAnswer>;

export const FileAnswer = z.object({
  fileId: z.string(),
  name: z.string(),
  type: z.string(),
  size: z.int(),
  url: z.string(),
  expiresAt: Time,
});

export const TranscriptAnswer = z.object({
  conversationId: z.string(),
  status: Status,
  messages: z.array(Message),
  files: z.array(FileAnswer).optional(),
}) satisfies z.ZodType<WireTranscript>;

export const EscalationAnswer = z.object({
  conversationId: z.string(),
  status: Status,
});

export const ExportAnswer = TranscriptAnswer.extend({
  origin: z.string(),
  createdAt: Time,
  exportedAt: Time,
  escalation: z.object({ at: Time, reason: z.string().nullable(), email: z.string().nullable() }).nullable(),
  closing: z.object({ at: Time, resolution: z.string().nullable(), rating: z.int().nullable() }).nullable(),
  feedback: z.array(
    z.object({
      messageId: z.string(),
      value: z.enum(["positive", "negative"]),
      comment: z.string().nullable(),
      createdAt: Time,
    }),
  ),
});

export const HealthAnswer = z.object({ ok: z.boolean(), live: z.literal(true), ready: z.boolean() });

export const LiveAnswer = z.object({ ok: z.literal(true), live: z.literal(true) });

export const ReadyAnswer = z.object({ ok: z.boolean(), ready: z.boolean() });

export const DocumentAnswer = z.looseObject({ openapi: z.literal("3.1.0") });

export const ProblemAnswer = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  requestId: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  challenge: z
    .object({ algorithm: z.literal("sha256-leading-zero-bits"), challenge: z.string(), difficulty: z.int().min(1) })
    .optional(),
}) satisfies z.ZodType<WireProblem>;
