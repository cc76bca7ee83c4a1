// How the AI SDK reaches a provider: no redirects, no more bytes than an answer can have, and where a tenant named the
// address, public ones only.
import { fetch as undiciFetch } from "undici";
import { openDispatchers, toUrl } from "./guarded-connection";
import type { GuardedFetchOptions } from "./guarded-fetch";

/** Far beyond any answer; a stream of white space ends here. */
const MOST_BYTES = 4_000_000;

export class TooLarge extends Error {}

type Fetch = typeof globalThis.fetch;

/** A fetch for addresses that a tenant named. */
export function openGuardedModelFetch(options: GuardedFetchOptions): Fetch {
  const dispatcherFor = openDispatchers(options);
  return (async (input: string | URL, init: RequestInit = {}) => {
    const url = toUrl(String(input));
    const asked = { ...init, redirect: "manual", dispatcher: dispatcherFor(url) } as Parameters<typeof undiciFetch>[1];
    return bounded((await undiciFetch(url, asked)) as unknown as Response);
  }) as Fetch;
}

/** A fetch for addresses of the installation's own settings, which may be on this machine. */
export const platformModelFetch = (async (input: string | URL, init: RequestInit = {}) =>
  bounded(await fetch(input, { ...init, redirect: "manual" }))) as Fetch;

function bounded(answer: Response): Response {
  if (answer.status >= 300 && answer.status < 400)
    return new Response('{"error":{"message":"redirect"}}', {
      status: 502,
      headers: { "content-type": "application/json" },
    });
  let bytes = 0;
  const count = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      if (bytes > MOST_BYTES) controller.error(new TooLarge("the answer is too large"));
      else controller.enqueue(chunk);
    },
  });
  const { status, statusText, headers } = answer;
  return new Response(answer.body?.pipeThrough(count) ?? null, { status, statusText, headers });
}
