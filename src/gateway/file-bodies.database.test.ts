// How a file arrives: bodies that lie, and more than there is room for.
import type { Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { serve } from "@hono/node-server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { code, openFileDesk, origin } from "../../tests/file-desk";
import { call } from "../../tests/fresh-gateway";
import { freshProduct } from "../../tests/fresh-tenant";

const product = freshProduct();
const { gateway, open, begin, send: sendTo } = openFileDesk(product);
let conversation: string;
beforeAll(async () => {
  conversation = await begin(await open());
});

const send = (bytes: string, name: string) => sendTo(conversation, bytes, name);

describe("a body", () => {
  const multipart = { "content-type": "multipart/form-data; boundary=b" };
  const part = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\n';

  test.each([
    ["without an end", `${part}words`, "400 input_invalid"],
    ["without a part", "--b--\r\n", "400 input_invalid"],
    ["that is empty", "", "400 input_invalid"],
    ["whose file is empty", `${part}\r\n--b--\r\n`, "400 input_invalid"],
    ["with two files", `${part}one\r\n${part}two\r\n--b--\r\n`, "400 input_invalid"],
    ["with the file in another field", part.replace("file", "other"), "400 input_invalid"],
    ["that is JSON", "{}", "400 input_invalid"],
  ])("%s is refused", async (_name, body, expected) => {
    expect(await code(await call(gateway, "POST", `${conversation}/files`, { headers: multipart, body }))).toBe(
      expected,
    );
  });

  test("of another content type, or without a boundary, is refused", async () => {
    const type = async (type: string) =>
      code(await call(gateway, "POST", `${conversation}/files`, { headers: { "content-type": type }, body: "x" }));
    expect(await type("application/json")).toBe("415 type_not_supported");
    expect(await type("image/png")).toBe("415 type_not_supported");
    expect(await type("multipart/form-data; charset=utf-8")).toBe("400 input_invalid");
  });

  test("of 10 MiB is taken, one byte more is not", async () => {
    const most = 10 * 1024 * 1024;
    expect((await send("x".repeat(most), "a.txt")).status).toBe(201);
    expect(await code(await send("x".repeat(most + 1), "a.txt"))).toBe("413 too_large");
  });
});

describe("over a real connection", () => {
  let server: Server;
  let port: number;
  beforeAll(async () => {
    server = await new Promise((resolve) => {
      const listening = serve({ fetch: gateway.fetch, port: 0 }, () => resolve(listening as Server));
    });
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  /** Sends `total` bytes of a file as fast as they are taken; resolves with the answer and how long it took. */
  function pour(total: number, declared: string) {
    return new Promise<{ answer: string; sent: number; ms: number }>((resolve) => {
      const socket = connect(port, "127.0.0.1");
      const head = `POST /api/v1${conversation}/files HTTP/1.1\r\nhost: x\r\norigin: ${origin}\r\ncontent-type: multipart/form-data; boundary=b\r\n${declared}\r\n\r\n`;
      const chunked = declared.startsWith("transfer");
      const block = Buffer.alloc(64 * 1024, "x");
      const piece = (bytes: Buffer) =>
        chunked ? Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from("\r\n")]) : bytes;
      let sent = 0;
      let crossed = performance.now();
      let answer = "";
      const done = () => {
        socket.destroy();
        resolve({ answer, sent, ms: performance.now() - crossed });
      };
      const more = () => {
        while (sent < total && !answer && !socket.destroyed) {
          sent += block.length;
          if (sent <= 10 * 1024 * 1024) crossed = performance.now();
          if (!socket.write(piece(block))) return;
        }
      };
      socket.on("data", (data) => {
        answer += data;
        if (answer.includes("}")) done();
      });
      socket
        .on("drain", more)
        .on("error", () => {})
        .on("close", done);
      socket.write(head);
      socket.write(piece(Buffer.from('--b\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\n')));
      more();
    });
  }

  test.each(["transfer-encoding: chunked", "content-length: 10000000"])(
    "200 MB are refused within a second of crossing the limit, in little memory (%s)",
    async (declared) => {
      global.gc?.();
      const before = process.memoryUsage.rss();
      let most = before;
      const watch = setInterval(() => {
        most = Math.max(most, process.memoryUsage.rss());
      }, 5);
      const { answer, ms } = await pour(200 * 1024 * 1024, declared);
      clearInterval(watch);
      // A length that is too small ends the body where it says: the rest is another, malformed request.
      expect(answer).toMatch(declared.startsWith("transfer") ? /^HTTP\/1\.1 413/ : /^HTTP\/1\.1 4\d\d/);
      expect(ms).toBeLessThan(1000);
      expect(most - before).toBeLessThan(64 * 1024 * 1024);
    },
  );

  test("a declared 200 MB are refused before they are sent", async () => {
    const { answer, ms } = await pour(0, "content-length: 209715200");
    expect(answer).toMatch(/^HTTP\/1\.1 413/);
    expect(ms).toBeLessThan(1000);
  });
});
