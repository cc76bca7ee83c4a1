// The processes of a running installation: started together, ended together.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { root } from "./root.mjs";

const PATIENCE_MS = 6_000;
const running = new Map();

/**
 * Starts node with `args`. `show` gets each line it says; `onEnd` is called when it ends without being asked to.
 * It ends with this process, whatever happens to this process.
 */
export function startChild(name, args, { env, show, onEnd }) {
  const child = spawn(process.execPath, ["--import", `${root}/scripts/with-parent.mjs`, ...args], {
    cwd: root,
    env,
    stdio: ["pipe", "pipe", "pipe"],
    // Ctrl-C reaches this process only, which ends the others in order.
    detached: true,
  });
  child.stdin.on("error", () => {});
  for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on("line", show);
  running.set(name, child);
  child.once("close", (code) => {
    if (running.get(name) !== child) return;
    running.delete(name);
    onEnd(code);
  });
}

/** Ends `name`, or everything that was started; resolves when it is gone. */
export async function stopChildren(...names) {
  const chosen = names.length > 0 ? names : [...running.keys()];
  await Promise.all(
    chosen.map(async (name) => {
      const child = running.get(name);
      if (!child) return;
      running.delete(name);
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      if (await Promise.race([gone.then(() => false), sleep(PATIENCE_MS, true, { ref: false })])) child.kill("SIGKILL");
      await gone;
    }),
  );
}
