// Preloaded into the processes that `npm start` starts: they end when it is gone, however it went. Their standard input
// is a pipe that it holds open and never writes to.
import { fstatSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

const input = isMainThread ? fstatSync(0) : undefined;
if (input?.isFIFO() || input?.isSocket()) {
  const end = () => process.exit(1);
  process.stdin.on("end", end).on("error", end).resume();
  // Listening for that alone must not keep a process alive.
  process.stdin.unref?.();
}
