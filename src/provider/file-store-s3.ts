import { createHash } from "node:crypto";
import { AwsClient } from "aws4fetch";
import type { FileStore } from "@/core/file/file";
import { Failure } from "@/failures";

export interface S3Options {
  /** Without a bucket and without a trailing slash. */
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

/** How long one request of the bucket may take, milliseconds. */
const PATIENCE_MS = 15_000;

/** Files in a bucket of anything that speaks S3. `answer_unavailable` while it does not answer. */
export function openS3Files(options: S3Options): FileStore {
  const { endpoint, bucket, region, accessKeyId, secretAccessKey } = options;
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: "s3", retries: 2 });
  const ask = async (method: string, key: string, body?: Uint8Array<ArrayBuffer>, type?: string): Promise<Response> => {
    const headers: Record<string, string> = { "x-amz-content-sha256": sha256(body ?? "") };
    if (type) headers["content-type"] = type;
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const response = await client
      .fetch(`${endpoint}/${bucket}/${key}`, { method, headers, signal, ...(body ? { body } : {}) })
      .catch((error: unknown) => {
        throw unavailable(String(error));
      });
    if (response.ok || response.status === 404) return response;
    void response.body?.cancel();
    throw unavailable(`${method} answered ${response.status}`);
  };
  return {
    async put(key, bytes, type) {
      const response = await ask("PUT", key, new Uint8Array(bytes), type);
      await response.body?.cancel();
      if (!response.ok) throw unavailable("the bucket does not exist");
    },
    async get(key) {
      const response = await ask("GET", key);
      if (response.ok) return response.body;
      await response.body?.cancel();
      return null;
    },
    async remove(key) {
      await (await ask("DELETE", key)).body?.cancel();
    },
  };
}

function unavailable(reason: string): Failure {
  return new Failure("answer_unavailable", { detail: "Files cannot be reached now.", reason: `file store: ${reason}` });
}

function sha256(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}
