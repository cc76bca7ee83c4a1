// Scarce work, shared out among owners: each in its turn, however much one of them brings.

export interface FairTurns {
  /** Runs `work` when it is this owner's turn. */
  take<T>(owner: string, work: () => Promise<T>): Promise<T>;
}

/** At most `most` at a time, and at most `ofOne` of the same owner. Owners come in turn, their own work in its order. */
export function openFairTurns(most: number, ofOne: number): FairTurns {
  /** In the order of their turns. */
  const waiting = new Map<string, (() => void)[]>();
  const running = new Map<string, number>();
  let busy = 0;

  const startNext = () => {
    for (const [owner, queue] of waiting) {
      if (busy >= most) return;
      const own = running.get(owner) ?? 0;
      if (own >= ofOne) continue;
      const start = queue.shift();
      waiting.delete(owner);
      // To the end: all others come first.
      if (queue.length > 0) waiting.set(owner, queue);
      if (!start) continue;
      running.set(owner, own + 1);
      busy++;
      start();
    }
  };
  const end = (owner: string) => {
    busy--;
    const own = (running.get(owner) ?? 1) - 1;
    if (own > 0) running.set(owner, own);
    else running.delete(owner);
    startNext();
  };

  return {
    async take(owner, work) {
      await new Promise<void>((start) => {
        waiting.set(owner, [...(waiting.get(owner) ?? []), start]);
        startNext();
      });
      return work().finally(() => end(owner));
    },
  };
}
