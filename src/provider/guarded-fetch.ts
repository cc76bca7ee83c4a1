// Fetches what a tenant named, over guarded connections only. Redirects are followed by hand and checked again.
import { fetch, type Response } from "undici";
import { explain, FetchRefused, isPassing, toRetryAfter } from "./fetch-refused";
import { type ConnectionOptions, openDispatchers, toUrl } from "./guarded-connection";

export interface GuardedFetchOptions extends ConnectionOptions {
  timeoutMilliseconds?: number;
  maxBytes?: number;
}

export interface Fetched {
  /** After redirects. */
  url: string;
  contentType: string;
  body: Uint8Array;
  /** 200, 304 where the question was conditional, or 3xx where redirects are not followed. */
  status: number;
  etag: string | null;
  lastModified: string | null;
  /** Where an answer that was not followed leads. */
  location: string | null;
  /** `X-Robots-Tag`, as it came. */
  robotsTag: string | null;
}

export interface FetchQuestion {
  headers?: Record<string, string>;
  /** False: a redirect is the answer. */
  follow?: boolean;
  maxBytes?: number;
  timeoutMilliseconds?: number;
  /** Content types whose body is wanted; of others nothing is read. */
  types?: RegExp;
}

const MOST_REDIRECTS = 5;

/** A fetch with these options. It throws FetchRefused for every address and answer that may not be read. */
export function openGuardedFetch(options: GuardedFetchOptions = {}) {
  const { timeoutMilliseconds = 10_000, maxBytes = 2_000_000 } = options;
  const dispatcherFor = openDispatchers(options);

  return async (address: string, question: FetchQuestion = {}): Promise<Fetched> => {
    const signal = AbortSignal.timeout(question.timeoutMilliseconds ?? timeoutMilliseconds);
    const headers = { ...HEADERS, ...question.headers };
    let url = toUrl(address);
    try {
      for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
        const answer = await fetch(url, { dispatcher: dispatcherFor(url), redirect: "manual", signal, headers });
        const location = answer.headers.get("location");
        const moved = answer.status >= 300 && answer.status < 400 && answer.status !== 304 && location !== null;
        if (!moved || question.follow === false) {
          return await toFetched(url, answer, question.maxBytes ?? maxBytes, question.types);
        }
        await answer.body?.cancel();
        url = toUrl(location, url);
      }
    } catch (error) {
      throw explain(error, signal.aborted);
    }
    throw new FetchRefused(`The page redirects more than ${MOST_REDIRECTS} times.`);
  };
}

const HEADERS = {
  "user-agent": "Gatehouse/1.0 (+page reader)",
  accept: "text/html,text/markdown,text/plain;q=0.9",
};

async function toFetched(url: URL, answer: Response, maxBytes: number, types?: RegExp): Promise<Fetched> {
  const { status, headers } = answer;
  const location = headers.get("location");
  const facts = {
    url: url.href,
    status,
    contentType: headers.get("content-type") ?? "",
    etag: headers.get("etag"),
    lastModified: headers.get("last-modified"),
    robotsTag: headers.get("x-robots-tag"),
    location: location === null ? null : toUrl(location, url).href,
  };
  if (status === 304 || (location !== null && status >= 300 && status < 400)) {
    await answer.body?.cancel();
    return { ...facts, body: new Uint8Array() };
  }
  if (!answer.ok) {
    await answer.body?.cancel();
    const retryAfterMs = toRetryAfter(headers.get("retry-after"));
    throw new FetchRefused(`The page answers ${status}.`, isPassing(status), status, retryAfterMs);
  }
  const type = facts.contentType.split(";")[0]?.trim().toLowerCase() ?? "";
  if (types && type !== "" && !types.test(type)) {
    await answer.body?.cancel();
    throw new FetchRefused(`It is of type ${type.slice(0, 80)}, which is not read.`, false, status);
  }
  return { ...facts, body: await readBody(answer, maxBytes) };
}

export interface Posted {
  status: number;
  body: Uint8Array;
}

/**
 * Sends JSON to an address under the same guard. Whatever the status, it is the answer; a redirect is not followed.
 * Throws FetchRefused where nothing answers or may be asked. Without `reads` the status is all that is waited for.
 */
export function openGuardedPost(options: GuardedFetchOptions = {}) {
  const { timeoutMilliseconds = 10_000, maxBytes = 100_000 } = options;
  const dispatcherFor = openDispatchers(options);
  return async (address: string, headers: Record<string, string>, body: string, reads = true): Promise<Posted> => {
    const signal = AbortSignal.timeout(timeoutMilliseconds);
    const url = toUrl(address);
    try {
      const answer = await fetch(url, {
        method: "POST",
        dispatcher: dispatcherFor(url),
        redirect: "manual",
        signal,
        headers: { "user-agent": "Gatehouse/1.0", "content-type": "application/json", ...headers },
        body,
      });
      if (reads) return { status: answer.status, body: await readBody(answer, maxBytes) };
      // However long it is, and whether it ever ends: it was accepted or it was not.
      answer.body?.cancel().catch(() => {});
      return { status: answer.status, body: new Uint8Array() };
    } catch (error) {
      throw explain(error, signal.aborted);
    }
  };
}

// Counted as it arrives, after decompression: a small bomb is stopped like a large page.
async function readBody(answer: Response, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  // What says itself that it is too much is not begun.
  if (Number(answer.headers.get("content-length") ?? 0) > maxBytes) {
    await answer.body?.cancel();
    throw tooLarge(maxBytes);
  }
  let size = 0;
  for await (const chunk of answer.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(maxBytes: number): FetchRefused {
  return new FetchRefused(`The page is larger than ${maxBytes / 1_000_000} MB.`);
}
