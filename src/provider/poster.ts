import type { Poster } from "@/core/webhook/poster";
import { type GuardedFetchOptions, openGuardedPost } from "./guarded-fetch";

/** Sends webhooks, to the public internet only. */
export function openPoster(options: GuardedFetchOptions): Poster {
  const post = openGuardedPost({ ...options, timeoutMilliseconds: 10_000 });
  return { post: async (url, headers, body) => (await post(url, headers, body, false)).status };
}
