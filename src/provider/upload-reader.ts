// Multipart bodies, read as they arrive: counted, never believed, given up as soon as they are too much.
import { Busboy } from "@fastify/busboy";
import type { Upload, UploadReader } from "@/core/file/file";
import { Failure, fieldFailure } from "@/failures";
import { checkContent } from "./file-content";

const MOST_FILE_BYTES = 10 * 1024 * 1024;
/** What may stand around the file: boundaries, headers, small fields. */
const MOST_AROUND = 64 * 1024;
/** Bytes of all uploads under way in this process. */
const MOST_HELD = 96 * 1024 * 1024;
const TIME_LIMIT_MS = 60_000;

const tooLarge = (mostBytes: number) =>
  new Failure("too_large", { detail: `Send a file of at most ${mostBytes / 1024 / 1024} MiB.` });

/** `timeLimitMs` is how long one body may take. */
export function openUploadReader(timeLimitMs = TIME_LIMIT_MS): UploadReader {
  return openFormReader({ timeLimitMs, mostBytes: MOST_FILE_BYTES, check: checkContent });
}

interface FormReaderOptions<Checked> {
  timeLimitMs?: number;
  mostBytes: number;
  /** Says what the file is, or throws a Failure. */
  check(givenName: string, bytes: Buffer): Promise<Checked>;
}

/** Reads the one file of a multipart body. */
export function openFormReader<Checked>({ timeLimitMs = TIME_LIMIT_MS, mostBytes, check }: FormReaderOptions<Checked>) {
  let held = 0;
  return {
    async read(upload: Upload): Promise<Checked> {
      if (!/^multipart\/form-data\s*;/i.test(upload.contentType))
        throw new Failure("type_not_supported", { detail: "Send multipart/form-data with one file." });
      if ((upload.declaredBytes ?? 0) > mostBytes + MOST_AROUND) throw tooLarge(mostBytes);
      let mine = 0;
      const hold = (bytes: number) => {
        if (held + bytes > MOST_HELD) throw new Failure("answer_unavailable", { retryAfterSeconds: 5 });
        mine += bytes;
        held += bytes;
      };
      try {
        const { name, chunks } = await readForm(upload, { hold, mostBytes }, timeLimitMs);
        return await check(name, Buffer.concat(chunks));
      } finally {
        held -= mine;
      }
    },
  };
}

interface Form {
  name: string;
  chunks: Buffer[];
}

interface Bounds {
  mostBytes: number;
  /** Counts what is kept; throws when it is too much for this process. */
  hold(bytes: number): void;
}

async function readForm(upload: Upload, bounds: Bounds, timeLimitMs: number): Promise<Form> {
  const reader = upload.body?.getReader();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(fieldFailure("", "The body took too long to arrive.")), timeLimitMs);
  });
  try {
    return await Promise.race([parse(upload.contentType, reader, bounds), late]);
  } catch (error) {
    // The rest is not wanted.
    void reader?.cancel().catch(() => {});
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

async function parse(
  contentType: string,
  reader: ReadableStreamDefaultReader<Uint8Array> | undefined,
  { hold, mostBytes }: Bounds,
): Promise<Form> {
  const parser = openParser(contentType, mostBytes);
  let fault: unknown;
  let form: Form | undefined;
  const ended = new Promise<void>((resolve) => {
    const fail = (error: unknown) => {
      fault ??= error;
      resolve();
    };
    parser.on("file", (field, stream, filename) => {
      if (field !== "file") {
        stream.resume();
        return fail(fieldFailure("file", "Send the file in a field named file."));
      }
      const chunks: Buffer[] = [];
      form = { name: filename ?? "", chunks };
      stream.on("error", fail);
      stream.on("limit", () => fail(tooLarge(mostBytes)));
      stream.on("data", (chunk: Buffer) => {
        try {
          if (fault === undefined) hold(chunk.length);
          if (fault === undefined) chunks.push(chunk);
        } catch (error) {
          fail(error);
        }
      });
    });
    parser.on("filesLimit", () => fail(fieldFailure("file", "Send one file.")));
    parser.on("partsLimit", () => fail(fieldFailure("", "The form has too many parts.")));
    parser.on("error", () => fail(fieldFailure("", "This is not a whole multipart body.")));
    parser.on("finish", () => resolve());
  });
  let size = 0;
  for (let part = await reader?.read(); part && !part.done && fault === undefined; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > mostBytes + MOST_AROUND) throw tooLarge(mostBytes);
    parser.write(Buffer.from(part.value.buffer, part.value.byteOffset, part.value.byteLength));
    // A turn of the event loop: what the parser found is told before more is read.
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (fault === undefined) parser.end();
  await ended;
  if (fault !== undefined) throw fault;
  if (!form || form.chunks.length === 0) throw fieldFailure("file", "Send a file that is not empty.");
  return form;
}

function openParser(contentType: string, fileSize: number) {
  const limits = { files: 1, fileSize, fields: 8, fieldSize: 4096, parts: 10, headerPairs: 20 };
  try {
    return new Busboy({ headers: { "content-type": contentType }, limits });
  } catch {
    throw fieldFailure("", "The multipart content type names no boundary.");
  }
}
