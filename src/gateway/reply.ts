// How a verb's result becomes an answer. A row of the table names one of these.

import type { Watch } from "@/core/conversation/watch";
import type { Writing } from "@/core/conversation/writing";
import type { ServedFile } from "@/core/file/read-file";
import { sha256Hex } from "@/core/id/id";
import { Failure } from "@/failures";
import type { Answer } from "../../widget/wire";
import { answerEvents, writingEvents } from "./answer-events";
import { EVENT_STREAM_HEADERS, toEventStream } from "./event-stream";
import { toProblem, unexpectedProblem } from "./problem";
import { toWatchStream } from "./watch-stream";

/** A request as far as its answer depends on it. */
export interface Asked {
  accept: string;
  ifNoneMatch: string;
  requestId: string;
  publicUrl: string;
  /** Headers that every answer to this request carries. */
  headers: Record<string, string>;
}

export type Reply<Value = never> = (asked: Asked, value: Value) => Response | Promise<Response>;

export const json =
  (status: number): Reply<unknown> =>
  ({ headers }, value) =>
    new Response(JSON.stringify(value), {
      status,
      headers: { ...headers, "content-type": "application/json", "cache-control": "no-store" },
    });

/** Bytes of a visitor's file: to be saved, never to be run or shown as a page. */
export const download: Reply<ServedFile> = ({ headers }, { name, type, size, bytes }) => {
  const plain = name.replace(/[^\w.-]/g, "_");
  const exact = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return new Response(bytes, {
    headers: {
      ...headers,
      "content-type": type === "text/plain" ? "text/plain; charset=utf-8" : type,
      "content-length": String(size),
      "content-disposition": `attachment; filename="${plain}"; filename*=UTF-8''${exact}`,
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cache-control": "private, no-store",
    },
  });
};

/** An answer without a body. */
export const empty =
  (status: number): Reply<void> =>
  ({ headers }) =>
    new Response(null, { status, headers: { ...headers, "cache-control": "no-store" } });

export const health: Reply<{ ready: boolean }> = (asked, value) => json(value.ready ? 200 : 503)(asked, value);

/** JSON that a browser may keep for `seconds`, with an ETag of its content. */
export const cached =
  (seconds: number): Reply<unknown> =>
  async ({ headers, ifNoneMatch }, value) => {
    const body = JSON.stringify(value);
    const etag = `"${(await sha256Hex(body)).slice(0, 32)}"`;
    const all = { ...headers, etag, "cache-control": `public, max-age=${seconds}` };
    const known = ifNoneMatch.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);
    if (known) return new Response(null, { status: 304, headers: all });
    return new Response(body, { headers: { ...all, "content-type": "application/json" } });
  };

/** An answer in one piece, or as an event stream for those who accept one. */
export const answer =
  (status: number): Reply<Answer | Writing> =>
  async (asked, value) => {
    const isWriting = "texts" in value;
    if (!asked.accept.includes("text/event-stream")) return json(status)(asked, isWriting ? await value.whole : value);
    const events = isWriting ? writingEvents(value) : answerEvents(value);
    const why = (error: unknown) => (error instanceof Failure ? toProblem(error, asked) : unexpectedProblem(asked));
    const stream = toEventStream(events, why);
    return new Response(stream, { status, headers: { ...asked.headers, ...EVENT_STREAM_HEADERS } });
  };

/** What is said in a conversation from now on, as an event stream that stays open. */
export const watched: Reply<Watch> = (asked, watch) => {
  const why = (error: unknown) => (error instanceof Failure ? toProblem(error, asked) : unexpectedProblem(asked));
  return new Response(toWatchStream(watch, why), { headers: { ...asked.headers, ...EVENT_STREAM_HEADERS } });
};

/** JSON that a browser saves as a file. */
export const savedAs =
  (name: string): Reply<{ conversationId: string }> =>
  (asked, value) => {
    const disposition = `attachment; filename="${name}-${value.conversationId}.json"`;
    return json(200)({ ...asked, headers: { ...asked.headers, "content-disposition": disposition } }, value);
  };
