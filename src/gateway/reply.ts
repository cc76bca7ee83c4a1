// How a verb's result becomes an answer. A row of the table names one of these.
import { sha256Hex } from "@/core/id/id";
import type { Answer } from "../../widget/wire";
import { answerEvents } from "./answer-events";
import { EVENT_STREAM_HEADERS, toEventStream } from "./event-stream";
import { unexpectedProblem } from "./problem";

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
  (status: number): Reply<Answer> =>
  (asked, value) => {
    if (!asked.accept.includes("text/event-stream")) return json(status)(asked, value);
    const stream = toEventStream(answerEvents(value), () => unexpectedProblem(asked));
    return new Response(stream, { status, headers: { ...asked.headers, ...EVENT_STREAM_HEADERS } });
  };
