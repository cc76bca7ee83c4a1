// Whatever a visitor sends as a file: the bytes decide, and what is served harms nobody.
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { code, openFileDesk } from "../../tests/file-desk";
import { call } from "../../tests/fresh-gateway";
import { freshProduct } from "../../tests/fresh-tenant";

const product = freshProduct();
const { gateway, open, begin, send: sendTo, follow } = openFileDesk(product);
let conversation: string;
let png: Buffer;
beforeAll(async () => {
  conversation = await begin(await open());
  png = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#1f5f4a" } })
    .png()
    .toBuffer();
});

const send = (bytes: Uint8Array | string, name?: string, more?: { type?: string }) =>
  sendTo(conversation, bytes, name, more);

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
