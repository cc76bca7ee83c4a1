// Who may read a visitor's file, how long, and how many bytes a tenant keeps.

import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { sweepFiles } from "@/core/file/sweep-files";
import { code, openFileDesk, origin } from "../../tests/file-desk";
import { call } from "../../tests/fresh-gateway";
import { type FreshTenant, freshProduct, freshTenant } from "../../tests/fresh-tenant";

let ahead = 0;
const product = freshProduct(() => Date.now() + ahead);
const { gateway, open, begin, send: sendTo, follow } = openFileDesk(product);
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

const send = (bytes: Uint8Array | string, name?: string, to = conversation) => sendTo(to, bytes, name);

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

  test("is had anew by reading the conversation", async () => {
    const own = await begin(tenant);
    expect(await (await call(gateway, "GET", `${own}?siteKey=${tenant.siteKey}`)).json()).not.toHaveProperty("files");
    const file = await (await send(png, "a.png", own)).json();
    ahead = 301_000;
    const { files } = await (await call(gateway, "GET", `${own}?siteKey=${tenant.siteKey}`)).json();
    expect(files).toMatchObject([{ fileId: file.fileId, name: "a.png", type: "image/png", size: file.size }]);
    expect((await follow(file.url)).status).toBe(404);
    expect((await follow(files[0].url)).status).toBe(200);
    ahead = 0;
  });

  test("is dead once the conversation is erased, and so are the bytes", async () => {
    const own = await begin(tenant);
    const file = await (await send(png, "a.png", own)).json();
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
    expect(await code(await send(png, "a.png", await begin(closed)))).toBe("403 scope_refused");
  });

  test("keeps as many bytes as it allows, also when many arrive at once", async () => {
    const small = await open({ filesMostBytes: 2500 });
    const [to = "", ...others] = await Promise.all(Array.from({ length: 8 }, () => begin(small)));
    const sent = await Promise.all([to, ...others].map((to) => send("x".repeat(1000), "a.txt", to)));
    expect(sent.map(({ status }) => status).sort()).toEqual([201, 201, 429, 429, 429, 429, 429, 429]);
    expect(await code(await send("x".repeat(501), "a.txt", to))).toBe("429 quota_exceeded");
    expect((await send("x".repeat(500), "a.txt", to)).status).toBe(201);
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
