// A part of its own: the work a gateway under attack asks of every visitor. A worker does it, so that the page goes on; where
// the page's policy allows none, the page's own thread does, a slice at a time.

import type { Challenge } from "../wire";
import { createHash } from "./sha256";

/** How long the page may be held up at a time. */
const SLICE_MS = 8;
/** A worker that has not begun by then never will. */
const PATIENCE_MS = 3000;

/** Finds a number with which SHA-256 of `challenge.number` begins with enough zero bits. */
export async function solve({ algorithm, challenge, difficulty }: Challenge, signal: AbortSignal): Promise<string> {
  if (algorithm !== "sha256-leading-zero-bits") throw new Error(`unknown algorithm ${algorithm}`);
  return inWorker(challenge, difficulty, signal).catch(() => inSlices(challenge, difficulty, signal));
}

/**
 * Tries the next numbers, as many as it is told; null where none of them will do. Whole in itself, because a worker runs
 * the text of this function.
 */
export function createSearch(
  hashOf: typeof createHash,
  challenge: string,
  difficulty: number,
): (count: number) => string | null {
  const hash = hashOf(`${challenge}.`);
  let tried = 0;
  return (count) => {
    for (const last = tried + count; tried < last; tried++) {
      let zeros = 0;
      for (const word of hash(`${tried}`)) {
        zeros += Math.clz32(word);
        if (word) break;
      }
      if (zeros >= difficulty) return `${tried}`;
    }
    return null;
  };
}

/** Rejects where there can be no worker. */
function inWorker(challenge: string, difficulty: number, signal: AbortSignal): Promise<string> {
  let end = () => {};
  const found = new Promise<string>((resolve, reject) => {
    const text = `onmessage=({data:[c,d]})=>{postMessage(0);let n=null,s=(${createSearch})(${createHash},c,d);while(n===null)n=s(1e4);postMessage(n)}`;
    const url = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
    const late = setTimeout(reject, PATIENCE_MS);
    end = () => URL.revokeObjectURL(url);
    const worker = new Worker(url);
    end = () => {
      clearTimeout(late);
      URL.revokeObjectURL(url);
      worker.terminate();
    };
    worker.onerror = reject;
    worker.onmessage = ({ data }) => {
      clearTimeout(late);
      if (data) resolve(data);
    };
    signal.addEventListener("abort", reject);
    worker.postMessage([challenge, difficulty]);
  });
  return found.finally(() => end());
}

async function inSlices(challenge: string, difficulty: number, signal: AbortSignal): Promise<string> {
  const search = createSearch(createHash, challenge, difficulty);
  while (!signal.aborted) {
    const until = performance.now() + SLICE_MS;
    do {
      const found = search(64);
      if (found !== null) return found;
    } while (performance.now() < until);
    await new Promise((done) => setTimeout(done));
  }
  throw new Error("the widget ended");
}

/** The body of a request that was refused for want of a proof, with the proof in it. No gateway asks one of a file. */
export async function prove(signal: AbortSignal, challenge: Challenge, body: unknown): Promise<object> {
  if (body instanceof FormData) return body;
  return { ...Object(body), proof: { challenge: challenge.challenge, solution: await solve(challenge, signal) } };
}
