// What the routes for a tenant's own server answer, as schemas.
import { z } from "zod";
import { ExportAnswer, Message, Status, Time } from "./answers";

const AddedOrigin = z.object({
  id: z.string(),
  pattern: z.string(),
  group: z.string().nullable(),
  expiresAt: Time.nullable(),
});
export const AddedOriginAnswer = AddedOrigin;
export const OriginsAnswer = z.object({
  origins: z.array(
    AddedOrigin.extend({
      createdAt: Time,
      lastSeenAt: Time.nullable(),
      /** Of the widget there, when it last asked for its settings. */
      widgetVersion: z.string().nullable(),
      widgetSeenAt: Time.nullable(),
      /** The directive of the page’s policy that last kept the widget from the gateway. */
      blockedBy: z.string().nullable(),
      blockedAt: Time.nullable(),
    }),
  ),
});

export const PutSourceAnswer = z.object({ sourceId: z.string(), externalId: z.string(), changed: z.boolean() });

/** A conversation as the tenant's server reads it. */
export const ConversationAnswer = z.object({
  conversationId: z.string(),
  origin: z.string(),
  status: Status,
  visitorId: z.string().nullable(),
  identity: z
    .object({
      userId: z.string(),
      email: z.string().nullable(),
      roles: z.array(z.string()),
      plan: z.string().nullable(),
    })
    .nullable(),
  pageUrlHash: z.string().nullable(),
  /** What the page said of itself when the conversation began; a browser said it, nobody has proved it. */
  context: z.record(z.string(), z.string()).nullable(),
  createdAt: Time,
  lastMessageAt: Time,
  escalation: ExportAnswer.shape.escalation,
  closing: ExportAnswer.shape.closing,
  files: z.array(z.object({ name: z.string(), type: z.string(), size: z.int(), createdAt: Time })),
  messages: z.array(
    Message.extend({
      flagged: z.boolean(),
      /** How long the answer took, milliseconds. */
      answerMs: z.int().nullable(),
      opinion: z.object({ value: z.enum(["positive", "negative"]), comment: z.string().nullable() }).nullable(),
    }),
  ),
  /** The `before` of the messages that came before these; null at the beginning. */
  earlier: z.string().nullable(),
});

export const CopyAnswer = ConversationAnswer.omit({ earlier: true }).extend({ exportedAt: Time });

export const ConversationListAnswer = z.object({
  conversations: z.array(
    z.object({
      conversationId: z.string(),
      origin: z.string(),
      status: Status,
      userId: z.string().nullable(),
      email: z.string().nullable(),
      question: z.string(),
      answered: z.boolean(),
      flagged: z.boolean(),
      opinion: z.enum(["positive", "negative"]).nullable(),
      messages: z.int(),
      createdAt: Time,
      lastMessageAt: Time,
    }),
  ),
  next: z.string().nullable(),
});
