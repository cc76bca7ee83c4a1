import { expect, test } from "vitest";
import { openUploadReader } from "./upload-reader";

const contentType = "multipart/form-data; boundary=b";
const head = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\n';

/** A body that sends `parts` and then never ends. */
function hanging(parts: (string | Uint8Array)[]) {
  let left = false;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const part of parts) controller.enqueue(typeof part === "string" ? new TextEncoder().encode(part) : part);
    },
    cancel() {
      left = true;
    },
  });
  return { body, hasLeft: () => left };
}

test("a body that does not end in time is given up, and the rest of it not waited for", async () => {
  const { body, hasLeft } = hanging([head, "some words"]);
  const reading = openUploadReader(100).read({ contentType, declaredBytes: null, body });
  await expect(reading).rejects.toMatchObject({ code: "input_invalid" });
  await expect.poll(hasLeft).toBe(true);
});

test("all uploads together hold so much and no more; whoever comes then is told to come back", async () => {
  const reader = openUploadReader(1500);
  const block = new Uint8Array(1024 * 1024).fill(120);
  const held = Array.from({ length: 9 }, () => hanging([head, ...Array.from({ length: 10 }, () => block)]).body);
  const slow = held.map((body) => reader.read({ contentType, declaredBytes: null, body }).catch((error) => error.code));
  await new Promise((resolve) => setTimeout(resolve, 700));
  const { body } = hanging([head, ...Array.from({ length: 10 }, () => block)]);
  await expect(reader.read({ contentType, declaredBytes: null, body })).rejects.toMatchObject({
    code: "answer_unavailable",
    retryAfterSeconds: 5,
  });
  expect(new Set(await Promise.all(slow))).toEqual(new Set(["input_invalid"]));
  // And what they held is free again.
  const whole = new Response(`${head}words\r\n--b--\r\n`).body;
  expect((await reader.read({ contentType, declaredBytes: null, body: whole })).type).toBe("text/plain");
});
