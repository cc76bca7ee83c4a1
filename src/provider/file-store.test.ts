// One contract for both places: a folder, and a bucket of a server that checks every signature.
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { AwsV4Signer } from "aws4fetch";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FileStore } from "@/core/file/file";
import { openDiskFiles } from "./file-store-disk";
import { openS3Files } from "./file-store-s3";

const account = { accessKeyId: "key", secretAccessKey: "secret/with+signs", region: "eu-central-1" };
const folder = mkdtempSync(path.join(tmpdir(), "gatehouse-files-"));
const objects = new Map<string, { bytes: Buffer; type: string | undefined }>();
let trouble = 0;
let server: Server;
let endpoint = "";

/** A bucket named `files`: PUT, GET and DELETE of objects, each with a true signature and the body's true hash. */
async function openBucket(): Promise<Server> {
  const bucket = createServer(async (request, response) => {
    const body = await buffer(request);
    const headers = request.headers as Record<string, string>;
    const answer = (status: number, bytes?: Buffer) => response.writeHead(status).end(bytes);
    if (trouble > 0) {
      trouble -= 1;
      return answer(503);
    }
    const signed = Object.fromEntries(
      (/SignedHeaders=([^,]+)/.exec(headers.authorization ?? "")?.[1] ?? "")
        .split(";")
        .map((n) => [n, headers[n] ?? ""]),
    );
    const { authHeader } = await new AwsV4Signer({
      ...account,
      service: "s3",
      method: request.method ?? "",
      url: `${endpoint}${request.url}`,
      headers: signed,
      datetime: headers["x-amz-date"] ?? "",
    })
      .sign()
      .then((it) => ({ authHeader: it.headers.get("authorization") }));
    const hash = createHash("sha256").update(body).digest("hex");
    if (authHeader !== headers.authorization || headers["x-amz-content-sha256"] !== hash) return answer(403);
    const [, name, ...key] = (request.url ?? "").split("/");
    if (name !== "files") return answer(404);
    const place = key.join("/");
    if (request.method === "PUT") objects.set(place, { bytes: body, type: headers["content-type"] });
    if (request.method === "DELETE") objects.delete(place);
    if (request.method !== "GET") return answer(request.method === "PUT" ? 200 : 204);
    const found = objects.get(place);
    return found ? answer(200, found.bytes) : answer(404);
  });
  await new Promise<void>((resolve) => bucket.listen(0, "127.0.0.1", resolve));
  return bucket;
}

beforeAll(async () => {
  server = await openBucket();
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const bucket = (more: object = {}) => openS3Files({ endpoint, bucket: "files", ...account, ...more });
const bytesOf = async (store: FileStore, key: string) => {
  const stream = await store.get(key);
  return stream && Buffer.from(await new Response(stream).arrayBuffer());
};

describe.each([
  ["a folder", () => openDiskFiles(folder)],
  ["a bucket", () => bucket()],
])("%s", (_name, open) => {
  test("gives back exactly what was put, the last time it was", async () => {
    const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, i) => (i * 31) % 256));
    await open().put("ten_a/c_b/f_c", Buffer.from("first"), "text/plain");
    await open().put("ten_a/c_b/f_c", bytes, "application/pdf");
    expect(await bytesOf(open(), "ten_a/c_b/f_c")).toEqual(bytes);
    expect(await bytesOf(open(), "ten_a/c_b/f_d")).toBeNull();
  });

  test("removes what is there, and what is not", async () => {
    await open().put("ten_a/c_b/f_e", Buffer.from("x"), "text/plain");
    await open().remove("ten_a/c_b/f_e");
    await open().remove("ten_a/c_b/f_e");
    expect(await bytesOf(open(), "ten_a/c_b/f_e")).toBeNull();
  });
});

test("in the folder nothing is readable by others, left half written or outside of it", async () => {
  const store = openDiskFiles(folder);
  await store.put("ten_m/c_m/f_m", Buffer.from("x"), "text/plain");
  expect(statSync(path.join(folder, "ten_m/c_m/f_m")).mode & 0o077).toBe(0);
  expect(readdirSync(path.join(folder, "ten_m/c_m"))).toEqual(["f_m"]);
  for (const key of ["../x/y", "a/../../etc", "/etc/passwd", "ten_m/c_m/..", "a/b/c/d", ""]) {
    await expect(store.put(key, Buffer.from("x"), "text/plain")).rejects.toThrow("not a key");
    await expect(store.get(key)).rejects.toThrow("not a key");
  }
});

test("the bucket is asked again after passing trouble; what stays wrong is answer_unavailable", async () => {
  trouble = 1;
  await bucket().put("ten_a/c_b/f_t", Buffer.from("x"), "text/plain");
  expect(objects.get("ten_a/c_b/f_t")?.type).toBe("text/plain");
  const refused = { code: "answer_unavailable" };
  const forger = bucket({ secretAccessKey: "another" });
  await expect(forger.get("ten_a/c_b/f_t")).rejects.toMatchObject(refused);
  await expect(bucket({ bucket: "nothing" }).put("a/b/c", Buffer.from("x"), "text/plain")).rejects.toMatchObject(
    refused,
  );
  await expect(bucket({ endpoint: "http://127.0.0.1:1" }).get("a/b/c")).rejects.toMatchObject(refused);
});
