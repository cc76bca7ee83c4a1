import { describe, expect, test, vi } from "vitest";
import type { Answer, Problem } from "../../widget/wire";
import { answerEvents } from "./answer-events";
import { type StreamEvent, toEventStream } from "./event-stream";

const problem: Problem = {
  type: "t",
  title: "t",
  status: 500,
  detail: "d",
  code: "unexpected",
  requestId: "r",
};
const answer = (content: string): Answer => ({
  conversationId: "c_1",
  message: {
    id: "m_1",
    role: "assistant",
    content,
    citations: [{ marker: 1, title: "T", url: null, quote: "q", sourceId: "src_1" }],
    grounded: true,
    createdAt: new Date(0).toISOString(),
  },
});
const textOf = (stream: ReadableStream<Uint8Array>) => new Response(stream).text();
const names = (text: string) => [...text.matchAll(/^event: (.+)$/gm)].map(([, name]) => name);

describe("the events of an answer", () => {
  test.each(["", " ", "one", "two words", "  leading\n\n- a list\n- of **things** [1]\n", "a ".repeat(100)])(
    "%j: the deltas joined are the content",
    async (content) => {
      const events: StreamEvent[] = [];
      for await (const event of answerEvents(answer(content))) events.push(event);
      const deltas = events.flatMap((event) => (event.name === "message.delta" ? [event.data.text] : []));
      expect(deltas.join("")).toBe(content);
      expect(events.map(({ name }) => name).filter((name) => name !== "message.delta")).toEqual([
        "message.start",
        "citation",
        "message.done",
      ]);
    },
  );
});

describe("a stream", () => {
  test("ends with one error when its source breaks, or ends too early", async () => {
    async function* breaks(): AsyncGenerator<StreamEvent> {
      yield { name: "message.delta", data: { text: "a" } };
      throw new Error("inside");
    }
    async function* stops(): AsyncGenerator<StreamEvent> {
      yield { name: "message.delta", data: { text: "a" } };
    }
    for (const source of [breaks(), stops()]) {
      const text = await textOf(toEventStream(source, () => problem));
      expect(names(text)).toEqual(["message.delta", "error"]);
      expect(text).not.toContain("inside");
    }
  });

  test("says nothing after its end", async () => {
    async function* late(): AsyncGenerator<StreamEvent> {
      yield { name: "message.done", data: answer("a") };
      yield { name: "message.delta", data: { text: "b" } };
      throw new Error("too late");
    }
    expect(names(await textOf(toEventStream(late(), () => problem)))).toEqual(["message.done"]);
  });

  test("pings while the source is silent, and no longer", async () => {
    async function* slow(): AsyncGenerator<StreamEvent> {
      await new Promise((resolve) => setTimeout(resolve, 120));
      yield { name: "message.done", data: answer("a") };
    }
    const text = await textOf(toEventStream(slow(), () => problem, 20));
    expect(text.match(/^: ping$/gm)?.length).toBeGreaterThanOrEqual(3);
    expect(text.trimEnd().split("\n").at(-1)).toMatch(/^data: /);
  });

  test("reads its source to the end when the browser leaves", async () => {
    const finished = vi.fn();
    async function* source(): AsyncGenerator<StreamEvent> {
      yield { name: "message.delta", data: { text: "a" } };
      await new Promise((resolve) => setTimeout(resolve, 30));
      yield { name: "message.done", data: answer("a") };
      finished();
    }
    await toEventStream(source(), () => problem).cancel();
    await expect.poll(() => finished.mock.calls.length).toBe(1);
  });
});
