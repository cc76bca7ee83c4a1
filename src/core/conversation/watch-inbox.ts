import type { Member } from "@/core/member/member";
import { markInboxWatched } from "@/store/inbox-rows";

const MARK_MINUTES = 5;
const REMARK_MS = 3 * 60_000;
/** Changes that come in a burst are told once. */
const REST_MS = 400;

/**
 * Yields the count of what was told at once, then whenever something happened in any of the tenant's conversations, in
 * whatever process, until `signal` or the process ends. Says that, never what: whoever hears it reads it as who they are.
 */
export async function* watchInbox(member: Member, signal?: AbortSignal): AsyncGenerator<number, void> {
  const { product, tenantId, database } = member;
  const over = AbortSignal.any([product.stopping, ...(signal ? [signal] : [])]);
  let changed = false;
  let wake = () => {};
  const stop = await product.feed.subscribe(tenantId, () => {
    changed = true;
    wake();
  });
  const leave = () => wake();
  over.addEventListener("abort", leave);
  try {
    let markedAt = Number.NEGATIVE_INFINITY;
    for (let told = 0; !over.aborted; ) {
      if (Date.now() - markedAt > REMARK_MS) {
        await database.sql((sql) => markInboxWatched(sql, tenantId, MARK_MINUTES));
        markedAt = Date.now();
        // Nobody announced what happened before.
        changed ||= told === 0;
      }
      if (changed) {
        changed = false;
        yield told++;
        await sleep(REST_MS);
      } else {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, REMARK_MS);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
          if (changed || over.aborted) wake();
        });
      }
    }
  } finally {
    over.removeEventListener("abort", leave);
    stop();
  }
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
