// Holds a data folder for one process. Two processes on one folder destroy its data, so every way below is a lock that
// the operating system itself gives to one holder and takes back when that process ends, however it ends: nothing can
// go stale and nothing is guessed from process ids.
import { spawnSync } from "node:child_process";
import { closeSync, constants, openSync, statSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";

/** Lets go of the folder. */
export type Release = () => void;

// open(2) on macOS and the BSDs locks while opening; Node has no name for the flag.
const O_EXLOCK = 0x20;

/** Holds `folder` (which must exist) for this process, or returns null when another process holds it. */
export async function holdFolder(folder: string): Promise<Release | null> {
  const file = path.join(folder, "lock");
  if (process.platform === "win32") return holdName(`\\\\.\\pipe\\gatehouse-${identityOf(folder)}`);
  if (process.platform !== "linux") return holdWhileOpening(file);
  return holdWithFlock(file) ?? holdName(`\0gatehouse-${identityOf(folder)}`);
}

// flock(1) locks the open file it inherits and ends; the lock stays with our descriptor. Unlike a name, it also holds
// between containers that mount the same folder. Undefined when the machine has no flock(1).
function holdWithFlock(file: string): Promise<Release | null> | undefined {
  const descriptor = openSync(file, "a", 0o600);
  const { status, error } = spawnSync("flock", ["-n", "-x", "3"], {
    stdio: ["ignore", "ignore", "ignore", descriptor],
  });
  if (status === 0) return Promise.resolve(() => closeSync(descriptor));
  closeSync(descriptor);
  return error ? undefined : Promise.resolve(null);
}

function holdWhileOpening(file: string): Release | null {
  try {
    const descriptor = openSync(file, constants.O_RDWR | constants.O_CREAT | constants.O_NONBLOCK | O_EXLOCK, 0o600);
    return () => closeSync(descriptor);
  } catch (error) {
    if (isCode(error, "EAGAIN")) return null;
    throw error;
  }
}

function holdName(name: string): Promise<Release | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once("error", (error) => (isCode(error, "EADDRINUSE") ? resolve(null) : reject(error)));
    server.listen(name, () => resolve(() => server.close()));
    server.unref();
  });
}

// The same folder under two paths is the same folder.
function identityOf(folder: string): string {
  const { dev, ino } = statSync(folder, { bigint: true });
  return `${dev}-${ino}`;
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
