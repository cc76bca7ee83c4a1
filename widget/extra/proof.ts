// A part of its own: the work a gateway under attack asks of every visitor.

import type { Challenge } from "../wire";
import { createHash } from "./sha256";

/** How long the page may be held up at a time. */
const SLICE_MS = 8;

/** Finds a number with which SHA-256 of `challenge.number` begins with enough zero bits, a slice at a time. */
export async function solve({ algorithm, challenge, difficulty }: Challenge, signal: AbortSignal): Promise<string> {
  if (algorithm !== "sha256-leading-zero-bits") throw new Error(`unknown algorithm ${algorithm}`);
  const hash = createHash(`${challenge}.`);
  let tried = 0;
  while (!signal.aborted) {
    const until = performance.now() + SLICE_MS;
    do {
      for (const last = tried + 64; tried < last; tried++) {
        if (leadingZeros(hash(`${tried}`)) >= difficulty) return `${tried}`;
      }
    } while (performance.now() < until);
    await new Promise((done) => setTimeout(done));
  }
  throw new Error("the widget ended");
}

/** Zero bits before the first one in a row of 32-bit words. */
export function leadingZeros(words: Int32Array): number {
  let zeros = 0;
  for (const word of words) {
    zeros += Math.clz32(word);
    if (word) break;
  }
  return zeros;
}
