// npm starts a shell that starts us, and a signal for npm or its end reaches the shell at best. Under npm, so that a
// stopped `npm start` has stopped, we look after whether they are still there.
import { readFileSync } from "node:fs";

const LOOK_EVERY_MS = 300;

/** Calls `onEnd` once when this process was started by npm and npm is gone. */
export function watchNpm(onEnd) {
  if (!process.env.npm_lifecycle_event) return;
  const before = ancestors();
  const timer = setInterval(() => {
    if (ancestors() === before) return;
    clearInterval(timer);
    onEnd();
  }, LOOK_EVERY_MS);
  timer.unref();
}

// The shell's parent is npm; only Linux tells it cheaply.
function ancestors() {
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, "utf8");
    return `${process.ppid} ${stat.slice(stat.lastIndexOf(")")).split(" ")[2]}`;
  } catch {
    return `${process.ppid}`;
  }
}
