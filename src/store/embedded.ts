// Opens the embedded database of a data folder: the one that is running, or one of our own.
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { Socket } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

export interface Embedded {
  url: string;
  /** Process id of the server. */
  pid: number;
  /** Calls `on` when a server that was started here ends before close(). */
  onEnd(on: (code: number | null) => void): void;
  /** Lets go of it; ends it when it was started here and nobody else is connected to it any more. */
  close(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Arguments of node that start the server, without its own arguments. */
  server: string[];
  /** Refuse a server that is running already: for who must be alone on the folder. */
  alone?: boolean;
  /** How long another holder of the folder is waited for. */
  patienceMilliseconds?: number;
}

/** Another process holds the data folder. The message is fit to be shown. */
export class FolderInUse extends Error {
  override readonly name = "FolderInUse";
}

/**
 * Opens the embedded Postgres on `dataFolder` (or `memory://`); the server ends with this process at the latest.
 * Throws FolderInUse when another process holds the folder and it either may not be shared or does not answer.
 */
export async function openEmbedded(dataFolder: string, options: EmbeddedOptions): Promise<Embedded> {
  const deadline = Date.now() + (options.patienceMilliseconds ?? 5_000);
  for (;;) {
    const shared = options.alone ? undefined : await join(dataFolder);
    if (shared) return shared;
    const started = await start(dataFolder, options);
    if (started) return started;
    // The holder may be starting (it answers soon) or ending (it lets go soon).
    if (Date.now() > deadline) {
      throw new FolderInUse(
        `The data folder ${dataFolder} is in use by another process${holder(dataFolder)}. Stop it or set GATEHOUSE_DATA to another folder.`,
      );
    }
    await sleep(100);
  }
}

// Stays connected while it is used, so that a server which waits for its last connection waits for us.
async function join(dataFolder: string): Promise<Embedded | undefined> {
  const note = readNote(dataFolder);
  if (!note) return undefined;
  const client = new pg.Client({ connectionString: note.url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("SELECT 1");
  } catch {
    await client.end().catch(() => {});
    return undefined;
  }
  return { ...note, onEnd: (on) => void client.on("end", () => on(null)), close: () => client.end() };
}

function start(dataFolder: string, { server, alone }: EmbeddedOptions): Promise<Embedded | undefined> {
  const flags = ["--with-parent", ...(alone ? [] : ["--linger"])];
  // In a process group of its own: Ctrl-C in a terminal reaches those who still write first.
  const child = spawn(process.execPath, [...server, dataFolder, ...flags], {
    stdio: ["pipe", "pipe", "inherit"],
    detached: true,
  });
  child.stdin.on("error", () => {});
  return new Promise((resolve, reject) => {
    let line = "";
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`The embedded database did not start (exit code ${code}).`)));
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      line += text;
      if (!line.includes("\n")) return;
      child.removeAllListeners("exit");
      const said = JSON.parse(line) as { pid: number; url: string; inUse?: boolean };
      resolve(said.inUse ? undefined : ownServer(child, said));
    });
  });
}

function ownServer(child: ChildProcess, said: { pid: number; url: string }): Embedded {
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  // It must not keep this process alive; its standard input closes with it.
  child.unref();
  for (const pipe of [child.stdin, child.stdout]) if (pipe instanceof Socket) pipe.unref();
  return {
    url: said.url,
    pid: said.pid,
    onEnd: (on) => void ended.then(on),
    close: async () => {
      child.ref();
      child.stdin?.end();
      await ended;
    },
  };
}

function readNote(dataFolder: string): { pid: number; url: string } | undefined {
  try {
    const { pid, url } = JSON.parse(readFileSync(path.join(dataFolder, "embedded.json"), "utf8"));
    return { pid, url };
  } catch {
    return undefined;
  }
}

function holder(dataFolder: string): string {
  const note = readNote(dataFolder);
  return note ? ` (the database server is process ${note.pid})` : "";
}
