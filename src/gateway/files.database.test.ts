// Whatever a visitor sends as a file: the bytes decide, and what is served harms nobody.
import type { Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { serve } from "@hono/node-server";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sweepFiles } from "@/core/file/sweep-files";
import { updateTenant } from "@/core/tenant/update-tenant";
import { call, freshGateway } from "../../tests/fresh-gateway";
import { type FreshTenant, freshProduct, freshTenant } from "../../tests/fresh-tenant";

let ahead = 0;
const product = freshProduct(() => Date.now() + ahead);
const gateway = freshGateway(product);
const origin = "https://www.example.com";
let tenant: FreshTenant;
let conversation: string;
let png: Buffer;
beforeAll(async () => {
  tenant = await open();
  conversation = await begin(tenant);
  png = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#1f5f4a" } })
    .png()
    .toBuffer();
});

async function open(more: object = {}) {
  const made = await freshTenant(product, [origin]);
  await updateTenant(made.owner, { filesOn: true, ...more });
  return made;
}

async function begin({ siteKey }: FreshTenant) {
  const begun = await call(gateway, "POST", "/conversations", { body: { siteKey, message: "Hello?" } });
  return `/conversations/${(await begun.json()).conversationId}`;
}

async function send(
  bytes: Uint8Array | string,
  name = "a.png",
  more: { to?: string; field?: string; type?: string } = {},
) {
  const form = new FormData();
  const part = typeof bytes === "string" ? bytes : new Uint8Array(bytes);
  form.append(more.field ?? "file", new Blob([part], { type: more.type ?? "application/octet-stream" }), name);
  return call(gateway, "POST", `${more.to ?? conversation}/files`, { form });
}

const code = async (response: Response) => `${response.status} ${(await response.json()).code}`;
const follow = (url: string) => gateway.request(url);

describe("a file", () => {
  test("comes back as an attachment that no browser runs", async () => {
    const sent = await send(png, "Foto ä.png");
    expect(sent.status).toBe(201);
    const file = await sent.json();
    expect(file).toMatchObject({ name: "Foto ä.png", type: "image/png" });
    const served = await follow(file.url);
    expect(served.status).toBe(200);
    expect(Object.fromEntries(served.headers)).toMatchObject({
      "content-type": "image/png",
      "content-length": String(file.size),
      "content-disposition": `attachment; filename="Foto__.png"; filename*=UTF-8''Foto%20%C3%A4.png`,
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    });
    const bytes = Buffer.from(await served.arrayBuffer());
    expect(bytes).toHaveLength(file.size);
    expect(await sharp(bytes).metadata()).toMatchObject({ format: "png", width: 40, height: 30 });
  });

  test("is made anew when it is a picture: metadata and what stands behind it are gone", async () => {
    const exif = { IFD0: { Copyright: "a secret place" }, IFD3: { GPSLatitudeRef: "N" } };
    const photo = sharp(png).withExif(exif);
    for (const [format, type] of [
      ["jpeg", "image/jpeg"],
      ["webp", "image/webp"],
      ["png", "image/png"],
      ["gif", "image/gif"],
    ] as const) {
      const polyglot = Buffer.concat([
        await photo.clone().toFormat(format).toBuffer(),
        Buffer.from("<script>1</script>"),
      ]);
      const sent = await send(polyglot, `x.${format === "jpeg" ? "JPEG" : format}`);
      expect(sent.status, format).toBe(201);
      const file = await sent.json();
      expect(file.type).toBe(type);
      const bytes = Buffer.from(await (await follow(file.url)).arrayBuffer());
      expect(bytes.includes("a secret place")).toBe(false);
      expect(bytes.includes("<script>")).toBe(false);
      expect((await sharp(bytes).metadata()).exif).toBeUndefined();
    }
  });

  test("keeps turning as it lay: orientation is applied before it is dropped", async () => {
    const file = await (
      await send(await sharp(png).withMetadata({ orientation: 6 }).jpeg().toBuffer(), "x.jpg")
    ).json();
    const bytes = await (await follow(file.url)).arrayBuffer();
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 30, height: 40 });
  });

  test.each([
    ["a PDF", "%PDF-1.7\n%âã\n1 0 obj\n<<>>\nendobj\n", "a.pdf", "application/pdf"],
    ["text", "Wie läuft’s? 你好\r\n\tx", "notes.txt", "text/plain"],
  ])("that is %s is taken as it is", async (_name, bytes, name, type) => {
    const file = await (await send(bytes, name, { type: "text/html" })).json();
    expect(file).toMatchObject({ name, type, size: Buffer.byteLength(bytes) });
    const served = await follow(file.url);
    expect(served.headers.get("content-type")).toMatch(type);
    expect(await served.text()).toBe(bytes);
  });

  test.each([
    ["svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>", "a.png"],
    ["svg after a declaration", "<?xml version='1.0'?><svg/>", "a.txt"],
    ["html", "\n <!DOCTYPE html><p>", "a.txt"],
    ["html behind a comment", "<!-- x --><script>1</script>", "notes.txt"],
    ["html by its name only", "nothing but words", "a.html"],
    ["svg by its name only", "nothing but words", "a.SVG "],
    ["a zip", Buffer.from("504b0304140000000800", "hex"), "a.pdf"],
    ["an executable", Buffer.concat([Buffer.from("7f454c46020101", "hex"), Buffer.alloc(200)]), "a.png"],
    ["binary", Buffer.from([1, 2, 3, 0, 255]), "a.txt"],
    ["text in Latin-1", Buffer.from("fünf", "latin1"), "a.txt"],
    ["half a PNG", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), "a.png"],
  ])("that is %s is refused", async (_name, bytes, name) => {
    expect(await code(await send(bytes, name, { type: "image/png" }))).toBe("415 type_not_supported");
  });

  test("that unpacks to too many pixels is refused in a moment", async () => {
    const bomb = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: "#000" } })
      .png()
      .toBuffer();
    expect(bomb.byteLength).toBeLessThan(1_000_000);
    const began = performance.now();
    expect(await code(await send(bomb))).toBe("413 too_large");
    expect(performance.now() - began).toBeLessThan(1000);
  });

  test.each([
    ["../../etc/passwd", "passwd.txt"],
    ["C:\\Windows\\system.ini", "system.ini.txt"],
    ["..", "file.txt"],
    ["a\u202egnp.exe", "agnp.exe.txt"],
    ["x.txt\u0000.html", "x.txt.html.txt"],
    ['quote".txt', "quote.txt"],
    ["n".repeat(500), `${"n".repeat(120)}.txt`],
  ])("named %j is called %j", async (given, name) => {
    // By hand: a form of the platform would clean the name up.
    const body = `--b\r\ncontent-disposition: form-data; name="file"; filename="${given.replace(/"/g, '\\"')}"\r\n\r\nwords\r\n--b--\r\n`;
    const headers = { "content-type": "multipart/form-data; boundary=b" };
    const sent = await call(gateway, "POST", `${conversation}/files`, { headers, body });
    if (given.includes("\0")) return expect(sent.status).toBeGreaterThanOrEqual(400);
    expect((await sent.json()).name).toBe(name);
  });
});

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

describe("a link", () => {
  test("works for five minutes, unaltered, for its file only", async () => {
    const [one, two] = [await (await send(png)).json(), await (await send(png)).json()];
    const url = new URL(one.url);
    const altered = (change: (url: URL) => void) => {
      const copy = new URL(url);
      change(copy);
      return copy.href;
    };
    const wrong = [
      altered((it) => it.searchParams.set("exp", String(Number(url.searchParams.get("exp")) + 1))),
      altered((it) => it.searchParams.set("sig", new URL(two.url).searchParams.get("sig") ?? "")),
      altered((it) => {
        it.pathname = new URL(two.url).pathname;
      }),
      altered((it) => {
        it.pathname = it.pathname.replace(/.$/, (last) => (last === "0" ? "1" : "0"));
      }),
    ];
    for (const href of wrong) expect(await code(await follow(href)), href).toBe("404 not_found");
    for (const field of ["exp", "sig"])
      expect(await code(await follow(altered((it) => it.searchParams.delete(field))))).toBe("400 input_invalid");
    expect((await follow(one.url)).status).toBe(200);
    ahead = 301_000;
    expect(await code(await follow(one.url))).toBe("404 not_found");
    ahead = 0;
  });

  test("is dead once the conversation is erased, and so are the bytes", async () => {
    const own = await begin(tenant);
    const file = await (await send(png, "a.png", { to: own })).json();
    const key = `${tenant.tenantId}/${own.split("/")[2]}/${file.fileId}`;
    expect(await product.files.get(key).then((stream) => stream?.cancel().then(() => "there"))).toBe("there");
    expect((await call(gateway, "DELETE", own)).status).toBe(204);
    expect(await code(await follow(file.url))).toBe("404 not_found");
    ahead = 1000;
    expect(await sweepFiles(product)).toBeGreaterThan(0);
    ahead = 0;
    expect(await product.files.get(key)).toBeNull();
  });
});

describe("a tenant", () => {
  test("takes no files until it says so", async () => {
    const closed = await freshTenant(product, [origin]);
    expect(await code(await send(png, "a.png", { to: await begin(closed) }))).toBe("403 scope_refused");
  });

  test("keeps as many bytes as it allows, also when many arrive at once", async () => {
    const small = await open({ filesMostBytes: 2500 });
    const [to = "", ...others] = await Promise.all(Array.from({ length: 8 }, () => begin(small)));
    const sent = await Promise.all([to, ...others].map((to) => send("x".repeat(1000), "a.txt", { to })));
    expect(sent.map(({ status }) => status).sort()).toEqual([201, 201, 429, 429, 429, 429, 429, 429]);
    expect(await code(await send("x".repeat(501), "a.txt", { to }))).toBe("429 quota_exceeded");
    expect((await send("x".repeat(500), "a.txt", { to })).status).toBe(201);
  });

  test("that is another one cannot send into a conversation, nor can another page", async () => {
    const away = await open();
    const { siteKey } = away;
    const session = await (await call(gateway, "POST", "/sessions", { body: { siteKey } })).json();
    const form = new FormData();
    form.append("file", new Blob(["words"]), "a.txt");
    const stranger = await call(gateway, "POST", `${conversation}/files`, { form, token: session.token });
    expect(await code(stranger)).toBe("404 conversation_not_found");
    const elsewhere = await call(gateway, "POST", `${conversation}/files`, { form, origin: "https://nobody.example" });
    expect(await code(elsewhere)).toBe("403 origin_not_allowed");
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
