import { toFailure } from "../talk/failure";

/** Keeps a conversation's event stream open while somebody else may speak in it. */
export interface Follower {
  start(): void;
  stop(): void;
}

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 30_000;

/**
 * `follow` reads one stream to its end; the next is opened after a pause that grows while nothing works. `ending` is the
 * end of the widget.
 */
export function createFollower(follow: (signal: AbortSignal) => Promise<void>, ending: AbortSignal): Follower {
  let running: AbortController | null = null;

  async function run({ signal }: AbortController) {
    let pause = FIRST_PAUSE_MS;
    while (!signal.aborted) {
      try {
        await follow(signal);
        pause = FIRST_PAUSE_MS;
      } catch (thrown) {
        // Gone, or no longer ours: the next message will find out.
        if (/^40[0-9]$/.test(`${toFailure(thrown).status}`)) return;
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      }
      await new Promise((done) => setTimeout(done, pause));
    }
  }

  function stop() {
    running?.abort();
    running = null;
  }

  ending.addEventListener("abort", stop);
  return {
    start() {
      if (running || ending.aborted) return;
      const mine = new AbortController();
      running = mine;
      void run(mine).then(() => {
        if (running === mine) running = null;
      });
    },
    stop,
  };
}
