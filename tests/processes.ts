// The machine's processes, for tests that end some. From /proc: a small machine has no ps.
import { readdirSync, readFileSync } from "node:fs";
import { expect } from "vitest";

/** Every process: id, parent, whether it still runs, its command. */
export function processes() {
  return readdirSync("/proc").flatMap((name) => {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, "utf8");
      const [state, parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      const command = readFileSync(`/proc/${name}/cmdline`, "utf8");
      return [{ pid: Number(name), parent: Number(parent), runs: state !== "Z", command }];
    } catch {
      return [];
    }
  });
}

/** Process ids of `pid` and everything below it. */
export function tree(pid: number | undefined): number[] {
  const all = processes();
  const below = (of: number): number[] => all.flatMap((one) => (one.parent === of ? [one.pid, ...below(one.pid)] : []));
  return pid === undefined ? [] : [pid, ...below(pid)];
}

/** Waits until none of `pids` runs any more; fails after 10 s. */
export async function untilGone(pids: number[]): Promise<void> {
  const left = () => processes().filter(({ pid, runs }) => runs && pids.includes(pid));
  await expect.poll(left, { timeout: 10_000 }).toEqual([]);
}
