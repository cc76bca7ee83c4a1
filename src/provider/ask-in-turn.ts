// Questions to other people's hosts, each in its host's turn.
import type { HostTurns } from "@/core/crawl/host-turns";
import { FetchRefused } from "./fetch-refused";
import { type Fetched, type FetchQuestion, type GuardedFetchOptions, openGuardedFetch } from "./guarded-fetch";

/** Of what `Retry-After` may ask for. */
const LONGEST_REST_MS = 3600_000;

export interface PoliteOptions extends GuardedFetchOptions {
  /** Between two questions to one host, where its robots.txt asks for no longer one. */
  pauseMilliseconds: number;
  turns: HostTurns;
}

/** A guarded fetch that waits for its host's turn and leaves it the pause, or what it asks for. A refusal is an answer. */
export function openPoliteFetch(options: PoliteOptions) {
  const get = openGuardedFetch(options);
  return (address: string, question: FetchQuestion = {}, pause = options.pauseMilliseconds) =>
    options.turns.take<Fetched | FetchRefused>(toHost(address), async () => {
      const value = await get(address, question).catch((error: unknown) => {
        if (error instanceof FetchRefused) return error;
        throw error;
      });
      const asked = value instanceof FetchRefused && value.passing ? (value.retryAfterMs ?? 0) : 0;
      return { value, restMs: Math.max(pause, Math.min(LONGEST_REST_MS, asked)) };
    });
}

function toHost(address: string): string {
  return URL.canParse(address) ? new URL(address).host : "";
}
