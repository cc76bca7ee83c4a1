// What arrives may be anything: the answer is always a clean one.
import { createHash } from "node:crypto";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { updateTenant } from "@/core/tenant/update-tenant";
import { call, freshGateway } from "../../tests/fresh-gateway";
import { type FreshTenant, freshProduct, freshTenant } from "../../tests/fresh-tenant";

const product = freshProduct();
const gateway = freshGateway(product);
const origin = "https://www.example.com";
let tenant: FreshTenant;
let conversation: string;
beforeAll(async () => {
  tenant = await freshTenant(product, [origin]);
  const begun = await post("/conversations", { siteKey: tenant.siteKey, message: "Hello?" });
  conversation = `/conversations/${(await begun.json()).conversationId}`;
});

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  call(gateway, "POST", path, { body, headers });
const problem = async (response: Response) => {
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(response.headers.get("access-control-allow-origin")).toBe(origin);
  return response.json();
};
const start = (more: object) => post("/conversations", { siteKey: tenant.siteKey, message: "Hello?", ...more });

describe("a body", () => {
  test.each([
    ["not JSON", "{"],
    ["empty", ""],
    ["a list", "[]"],
    ["a text", '"x"'],
    ["null", "null"],
    ["nested too deeply", `{"a":${"[".repeat(5000)}${"]".repeat(5000)}}`],
    ["nested too deeply and cut off", "[".repeat(60_000)],
  ])("that is %s is input_invalid", async (_name, body) => {
    for (const path of ["/sessions", "/conversations", conversation])
      expect(await problem(await post(path, body))).toMatchObject({ status: 400, code: "input_invalid" });
  });

  test.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "", "application/jsonp"])(
    "of type %j is type_not_supported",
    async (type) => {
      const response = await post("/sessions", { siteKey: tenant.siteKey }, { "content-type": type });
      expect(await problem(response)).toMatchObject({ status: 415, code: "type_not_supported" });
    },
  );

  test("of application/json with a charset, in any case, is read", async () => {
    for (const type of ["application/json; charset=utf-8", "Application/JSON"])
      expect((await post("/sessions", { siteKey: tenant.siteKey }, { "content-type": type })).status).toBe(201);
  });

  test("over 64 KiB is too_large, declared or not, and exactly 64 KiB is not", async () => {
    const sized = (bytes: number) => {
      const base = JSON.stringify({ siteKey: tenant.siteKey, filler: "" });
      return base.replace('""', `"${"x".repeat(bytes - base.length)}"`);
    };
    const send = (text: string, declared: boolean) =>
      gateway.request("http://x/api/v1/sessions", {
        method: "POST",
        headers: {
          origin,
          "content-type": "application/json",
          ...(declared ? { "content-length": String(text.length) } : {}),
        },
        body: text,
      });
    for (const declared of [true, false]) {
      expect((await send(sized(65_536), declared)).status).toBe(201);
      expect(await problem(await send(sized(65_537), declared))).toMatchObject({ status: 413, code: "too_large" });
    }
  });

  test("a body without end is refused as soon as it is too large", async () => {
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(16_384).fill(32));
      },
    });
    const init = { method: "POST", headers: { origin, "content-type": "application/json" }, body, duplex: "half" };
    expect((await gateway.request("http://x/api/v1/sessions", init)).status).toBe(413);
    expect(sent).toBeLessThan(10);
  });
});

describe("a field", () => {
  test.each([
    ["message", undefined],
    ["message", 1],
    ["message", ""],
    ["message", "  \n"],
    ["message", "a\0b"],
    ["message", "\ud800"],
    ["message", "\udc00 half"],
    ["message", "x".repeat(8001)],
    ["message", { $gt: "" }],
    ["citations", "yes"],
    ["nonce", 1],
    ["nonce", ""],
    ["nonce", "n\0"],
    ["nonce", "n".repeat(201)],
    ["pageUrlHash", "abc"],
    ["siteKey", 1],
    ["siteKey", { a: 1 }],
    ["siteKey", ["x"]],
  ])("%s = %j is input_invalid and named", async (field, value) => {
    const body = await problem(await start({ [field]: value }));
    expect(body).toMatchObject({ status: 400, code: "input_invalid" });
    expect(body.errors).toContainEqual(expect.objectContaining({ path: field }));
  });

  test("nobody knows is ignored, and text of any language is kept as it is", async () => {
    const message = "Wie läuft’s? 你好 👩‍👩‍👧 \u202e ﷽ \t\r\n";
    const begun = await (await start({ message, colour: { deep: [1] }, __proto__: { x: 1 } })).json();
    const read = await (await call(gateway, "GET", `/conversations/${begun.conversationId}`)).json();
    expect(read.messages[0].content).toBe(message);
  });

  test("no siteKey and no token: the site key is asked for", async () => {
    expect(await problem(await post("/sessions", {}))).toMatchObject({ errors: [{ path: "siteKey" }] });
  });
});

test("whatever JSON arrives, nothing breaks", async () => {
  const paths = ["/sessions", "/conversations", conversation];
  const fields = fc.record(
    {
      siteKey: fc.oneof(fc.constant(tenant.siteKey), fc.string({ unit: "binary" }), fc.jsonValue()),
      message: fc.oneof(fc.string({ unit: "binary" }), fc.jsonValue()),
      nonce: fc.oneof(fc.string({ unit: "binary" }), fc.jsonValue()),
      citations: fc.jsonValue(),
      pageUrlHash: fc.jsonValue(),
    },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...paths), fields, async (path, body) => {
      const { status } = await post(path, body);
      expect(status).toBeLessThan(500);
    }),
    { numRuns: 200 },
  );
});

test("a bug is a fixed text with a request id, and a caller's own id is not repeated", async () => {
  const take = () => Promise.reject(new Error("the inside"));
  const broken = { ...product, limiter: { ...product.limiter, take } };
  const response = await call(freshGateway(broken), "POST", "/sessions", {
    body: { siteKey: tenant.siteKey },
    headers: { "x-request-id": "mine" },
  });
  const text = await response.clone().text();
  expect(await problem(response)).toMatchObject({ status: 500, code: "unexpected" });
  expect(text).not.toContain("inside");
  expect(response.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
});

describe("the widget's settings", () => {
  const get = (headers: Record<string, string> = {}, query = `?siteKey=${tenant.siteKey}`) =>
    call(gateway, "GET", `/widget${query}`, { headers });

  test("are kept for a minute and have an ETag that changes with them", async () => {
    const first = await get();
    expect(first.headers.get("cache-control")).toBe("public, max-age=60");
    expect(await first.json()).toMatchObject({ name: "Example", demand: "anonymous", title: "Help", theme: "auto" });
    const etag = first.headers.get("etag") ?? "";
    const again = await get({ "if-none-match": etag });
    expect(again.status).toBe(304);
    expect(again.headers.get("access-control-allow-origin")).toBe(origin);
    expect(await again.text()).toBe("");
    await updateTenant(tenant.owner, { name: "Example 2" });
    await expect.poll(async () => (await get({ "if-none-match": etag })).status, { timeout: 2000 }).toBe(200);
  });

  test("need a site key", async () => {
    expect(await problem(await get({}, ""))).toMatchObject({ code: "input_invalid", errors: [{ path: "siteKey" }] });
  });

  test("reach a page of our own origin, whose browser sends no Origin with a GET", async () => {
    const own = await freshTenant(product, ["http://localhost:3000"]);
    const headers = { host: "localhost:3000", "sec-fetch-site": "same-origin" };
    const path = `/widget?siteKey=${own.siteKey}`;
    expect((await call(gateway, "GET", path, { origin: null, headers })).status).toBe(200);
    expect((await call(gateway, "GET", path, { origin: null, headers: { host: "localhost:3000" } })).status).toBe(403);
    const elsewhere = { ...headers, "sec-fetch-site": "cross-site" };
    expect((await call(gateway, "GET", path, { origin: null, headers: elsewhere })).status).toBe(403);
  });
});

test("an answer streams as events whose deltas are its content, and is what is stored", async () => {
  const hash = createHash("sha256").update("page").digest("hex");
  const body = { siteKey: tenant.siteKey, message: "Hello?", pageUrlHash: hash };
  const response = await post("/conversations", body, { accept: "text/event-stream" });
  expect(response.status).toBe(201);
  expect(response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
  expect(response.headers.get("cache-control")).toBe("no-cache, no-transform");
  expect(response.headers.get("x-accel-buffering")).toBe("no");
  const events = (await response.text())
    .trim()
    .split("\n\n")
    .map((block) => {
      const [id, event, data] = block.split("\n").map((line) => line.slice(line.indexOf(": ") + 2));
      return { id: Number(id), event, data: JSON.parse(data ?? "") };
    });
  expect(events.map(({ id }) => id)).toEqual(events.map((_, i) => i + 1));
  expect(events[0]?.event).toBe("message.start");
  const done = events.at(-1);
  expect(done?.event).toBe("message.done");
  const deltas = events.filter(({ event }) => event === "message.delta").map(({ data }) => data.text);
  expect(deltas.join("")).toBe(done?.data.message.content);
  const read = await call(gateway, "GET", `/conversations/${done?.data.conversationId}`);
  expect((await read.json()).messages[1]).toEqual(done?.data.message);
});

test("a refusal is a problem also for those who accept an event stream, and is never cached", async () => {
  const response = await post("/conversations/c_0", { message: "x" }, { accept: "text/event-stream" });
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(await problem(response)).toMatchObject({ code: "conversation_not_found" });
});

test("the answer is stored when the browser leaves at once", async () => {
  const nonce = crypto.randomUUID();
  const body = { message: "Are you there?", nonce };
  const response = await post(conversation, body, { accept: "text/event-stream" });
  await response.body?.cancel();
  const again = await (await post(conversation, body)).json();
  const read = await (await call(gateway, "GET", conversation)).json();
  const asked = read.messages.filter(({ content }: { content: string }) => content === "Are you there?");
  expect(asked).toHaveLength(1);
  expect(read.messages.at(-1)).toEqual(again.message);
});
