// Streams of the model providers as they go over the wire.
export type Format = "chat" | "responses" | "anthropic" | "google";

const data = (value: unknown) => `data: ${JSON.stringify(value)}\n\n`;
const event = (value: { type: string }) => `event: ${value.type}\n${data(value)}`;
const chat = (delta: object, finish: string | null = null) =>
  data({
    id: "x",
    object: "chat.completion.chunk",
    created: 1,
    model: "m",
    choices: [{ index: 0, delta, finish_reason: finish }],
  });
const item = { id: "msg_1", type: "message", role: "assistant", status: "in_progress", content: [] };
const usage = { input_tokens: 1000, output_tokens: 20, total_tokens: 1020 };

/** Each provider's stream as it goes over the wire. */
export const wire: Record<Format, { begin: string[]; text(text: string): string; tool: string[]; end: string[] }> = {
  chat: {
    begin: [chat({ role: "assistant", content: "" })],
    text: (content) => chat({ content }),
    tool: [
      chat({
        tool_calls: [{ index: 0, id: "call_1", type: "function", function: { name: "send_mail", arguments: "{}" } }],
      }),
    ],
    end: [
      chat({}, "stop"),
      data({
        id: "x",
        object: "chat.completion.chunk",
        created: 1,
        model: "m",
        choices: [],
        usage: { prompt_tokens: 1000, completion_tokens: 20, total_tokens: 1020 },
      }),
      "data: [DONE]\n\n",
    ],
  },
  responses: {
    begin: [
      event({ type: "response.created", response: { id: "resp_1", created_at: 1, model: "m" } } as never),
      event({ type: "response.output_item.added", output_index: 0, item } as never),
    ],
    text: (delta) =>
      event({
        type: "response.output_text.delta",
        item_id: "msg_1",
        output_index: 0,
        content_index: 0,
        delta,
      } as never),
    tool: [
      event({
        type: "response.output_item.added",
        output_index: 1,
        item: { type: "function_call", id: "fc_1", call_id: "call_1", name: "send_mail", arguments: "" },
      } as never),
      event({
        type: "response.output_item.done",
        output_index: 1,
        item: {
          type: "function_call",
          id: "fc_1",
          call_id: "call_1",
          name: "send_mail",
          arguments: "{}",
          status: "completed",
        },
      } as never),
    ],
    end: [
      event({ type: "response.output_item.done", output_index: 0, item } as never),
      event({ type: "response.completed", response: { incomplete_details: null, usage } } as never),
    ],
  },
  anthropic: {
    begin: [
      event({
        type: "message_start",
        message: {
          id: "msg_1",
          type: "message",
          role: "assistant",
          model: "m",
          content: [],
          stop_reason: null,
          stop_sequence: null,
          usage: { input_tokens: 1000, output_tokens: 1 },
        },
      } as never),
      event({ type: "content_block_start", index: 0, content_block: { type: "text", text: "" } } as never),
    ],
    text: (text) => event({ type: "content_block_delta", index: 0, delta: { type: "text_delta", text } } as never),
    tool: [
      event({
        type: "content_block_start",
        index: 1,
        content_block: { type: "tool_use", id: "toolu_1", name: "send_mail", input: {} },
      } as never),
      event({
        type: "content_block_delta",
        index: 1,
        delta: { type: "input_json_delta", partial_json: "{}" },
      } as never),
      event({ type: "content_block_stop", index: 1 } as never),
    ],
    end: [
      event({ type: "content_block_stop", index: 0 } as never),
      event({
        type: "message_delta",
        delta: { stop_reason: "end_turn", stop_sequence: null },
        usage: { output_tokens: 20 },
      } as never),
      event({ type: "message_stop" }),
    ],
  },
  google: {
    begin: [],
    text: (text) => data({ candidates: [{ content: { parts: [{ text }], role: "model" }, index: 0 }] }),
    tool: [
      data({
        candidates: [
          { content: { parts: [{ functionCall: { name: "send_mail", args: {} } }], role: "model" }, index: 0 },
        ],
      }),
    ],
    end: [
      data({
        candidates: [{ content: { parts: [{ text: "" }], role: "model" }, finishReason: "STOP", index: 0 }],
        usageMetadata: { promptTokenCount: 1000, candidatesTokenCount: 20, totalTokenCount: 1020 },
      }),
    ],
  },
};
