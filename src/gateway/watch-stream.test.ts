import { expect, test, vi } from "vitest";
import type { News, Watch } from "@/core/conversation/watch";
import type { Problem } from "../../widget/wire";
import { toWatchStream } from "./watch-stream";

const problem = { code: "unexpected" } as Problem;
const watchOf = (next: Watch["next"], stop = () => {}) => ({ conversationId: "c_1", next, stop }) as Watch;
const status: News = { status: "ai", messages: [], files: [], position: 0 };

test("pings through silence and ends with its watch", async () => {
  const said: (News | "silence" | null)[] = [status, "silence", "silence", null];
  const stop = vi.fn();
  const stream = toWatchStream(
    watchOf(async () => said.shift() ?? null, stop),
    () => problem,
  );
  const text = await new Response(stream).text();
  expect(text).toBe('event: conversation.status\ndata: {"conversationId":"c_1","status":"ai"}\n\n: ping\n\n: ping\n\n');
  expect(stop).toHaveBeenCalled();
});

test("asks for nothing before somebody reads, and stops when they leave", async () => {
  const next = vi.fn(async () => status);
  const stop = vi.fn();
  const stream = toWatchStream(watchOf(next, stop), () => problem);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(next).not.toHaveBeenCalled();
  await stream.cancel();
  expect(stop).toHaveBeenCalledOnce();
});

test("a watch that breaks is told as one problem, nothing of what was inside", async () => {
  const stream = toWatchStream(
    watchOf(async () => {
      throw new Error("inside");
    }),
    () => problem,
  );
  const text = await new Response(stream).text();
  expect(text).toBe('event: error\ndata: {"code":"unexpected"}\n\n');
});
