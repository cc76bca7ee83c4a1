// What becomes of a file beside its bytes: other tabs hear of it, the visitor's copy names it, and a question for its head
// alone leaves nothing open.
import { readdirSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { code, openFileDesk, origin } from "../../tests/file-desk";
import { call } from "../../tests/fresh-gateway";
import { type FreshTenant, freshProduct } from "../../tests/fresh-tenant";
import { openStream } from "../../tests/open-stream";

const product = freshProduct();
const { gateway, open, begin, send, follow } = openFileDesk(product);
let tenant: FreshTenant;
beforeAll(async () => {
  tenant = await open();
});

describe("a file that is sent", () => {
  test("is told to the visitor's other tabs, once, with a link that works", async () => {
    const conversation = await begin(tenant);
    await (await send(conversation, "before", "before.txt")).json();
    const tab = openStream(await call(gateway, "GET", `${conversation}/events`));
    await tab.until(({ name }) => name === "conversation.status");
    const sent = await (await send(conversation, "words", "notes.txt")).json();
    const told = await tab.until(({ name }) => name === "file");
    expect(told.data.file).toMatchObject({ fileId: sent.fileId, name: "notes.txt", type: "text/plain", size: 5 });
    expect(await (await follow(told.data.file.url)).text()).toBe("words");
    await call(gateway, "POST", conversation, { body: { message: "Did you get it?" } });
    await tab.until(({ name, data }) => name === "message.done" && data.message.content === "Did you get it?");
    expect(tab.events.filter(({ name }) => name === "file")).toHaveLength(1);
    await tab.close();
  });

  test("stands in the visitor's copy", async () => {
    const conversation = await begin(tenant);
    const { fileId } = await (await send(conversation, "words", "notes.txt")).json();
    const copy = await (await call(gateway, "GET", `${conversation}/export`)).json();
    expect(copy.files).toMatchObject([{ fileId, name: "notes.txt", size: 5 }]);
    expect(await (await follow(copy.files[0].url)).text()).toBe("words");
  });

  test("is refused by a conversation that is closed", async () => {
    const conversation = await begin(tenant);
    await call(gateway, "POST", `${conversation}/close`, { body: { resolution: "resolved" } });
    expect(await code(await send(conversation, "words", "notes.txt"))).toBe("409 conversation_closed");
  });
});

describe("a question for the head alone", () => {
  const descriptors = () => readdirSync("/proc/self/fd").length;

  test("of a file leaves no descriptor open", async () => {
    const conversation = await begin(tenant);
    const { url } = await (await send(conversation, "words ".repeat(200_000), "notes.txt")).json();
    const before = descriptors();
    for (let i = 0; i < 100; i++) {
      const head = await gateway.request(url, { method: "HEAD" });
      expect(head.status).toBe(200);
      expect(head.headers.get("content-length")).toBe("1200000");
      expect(await head.text()).toBe("");
    }
    await expect.poll(() => descriptors() - before).toBeLessThan(10);
  });

  test("of an event stream ends at once and listens to nothing", async () => {
    const conversation = await begin(tenant);
    let listening = 0;
    const { feed } = product;
    const subscribe = feed.subscribe.bind(feed);
    feed.subscribe = (...asked) => {
      listening += 1;
      return subscribe(...asked);
    };
    const headers = { origin };
    const head = await gateway.request(`http://localhost:3000/api/v1${conversation}/events`, {
      method: "HEAD",
      headers,
    });
    expect(head.headers.get("content-type")).toMatch(/^text\/event-stream/);
    expect(await head.text()).toBe("");
    expect(listening).toBe(0);
    feed.subscribe = subscribe;
  });
});
