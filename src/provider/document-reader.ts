// Reads documents in processes of their own with bounds on time and memory: a document made to hurt ends its process, and
// with it only its own reading. A few at a time, no tenant more than its share.
import { type ChildProcess, fork } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { DocumentFacts, DocumentReader, ReadDocument } from "@/core/source/document-reader";
import { fieldFailure } from "@/failures";
import { openFairTurns } from "./fair-turns";

const TIME_LIMIT_MS = 20_000;
/** Until a process is there, on a busy machine; no document's fault. */
const START_MS = 60_000;
/** Of the whole process: what a packed picture or font unpacks to lies outside of JavaScript's own memory. */
const MOST_MEMORY_MB = 512;
/** Documents that are read at the same time, and of one tenant: who gives bad ones waits for them alone. */
const AT_ONCE = 2;
const AT_ONCE_OF_ONE = 1;
/** An unused process keeps its memory no longer than that. */
const IDLE_MS = 30_000;

type Answer = { read: ReadDocument } | { refused: string };

/** Reads for tenants in turn, as each `facts.owner` names one. */
export function openDocumentReader(timeLimitMs = TIME_LIMIT_MS, mostMemoryMb = MOST_MEMORY_MB): DocumentReader {
  const turns = openFairTurns(AT_ONCE, AT_ONCE_OF_ONE);
  const idle = new Map<ChildProcess, NodeJS.Timeout>();

  const takeProcess = async (): Promise<ChildProcess> => {
    for (const [child, timer] of idle) {
      idle.delete(child);
      clearTimeout(timer);
      if (isAlive(child)) return child;
    }
    return startProcess(mostMemoryMb);
  };
  const giveBack = (child: ChildProcess) => {
    if (isAlive(child)) idle.set(child, setTimeout(() => end(child), IDLE_MS).unref());
  };
  const end = (child: ChildProcess) => {
    idle.delete(child);
    child.kill("SIGKILL");
  };

  const ask = async (bytes: Uint8Array, facts: DocumentFacts): Promise<Answer> => {
    const child = await takeProcess();
    if (!isAlive(child)) return { refused: "It cannot be read." };
    return new Promise<Answer>((resolve) => {
      const settle = (answer: Answer) => {
        clearTimeout(timer);
        child.off("message", settle).off("exit", onExit);
        resolve(answer);
      };
      // It ends itself with SIGKILL when its memory is spent, as the system does; V8 aborts.
      const onExit = (_code: number | null, signal: NodeJS.Signals | null) =>
        settle({ refused: signal === null ? "It cannot be read." : "It takes too much memory to read." });
      const timer = setTimeout(() => {
        settle({ refused: "It takes too long to read." });
        end(child);
      }, timeLimitMs);
      child.once("message", settle).once("exit", onExit);
      child.send({ bytes, facts });
    }).finally(() => giveBack(child));
  };

  return {
    async read(bytes, { owner = "", ...facts }) {
      const answer = await turns.take(owner, () => ask(bytes, facts));
      if ("refused" in answer) throw fieldFailure("", answer.refused);
      return answer.read;
    },
  };
}

function isAlive({ killed, exitCode, signalCode }: ChildProcess): boolean {
  return !killed && exitCode === null && signalCode === null;
}

// Built, it lies beside the process's file; from source a loader comes first.
async function startProcess(mostMemoryMb: number): Promise<ChildProcess> {
  // Spelled so that the console's bundler, whose pages read no document, does not look for the file.
  const beside = (name: string) => fileURLToPath(import.meta.url.replace(/[^/]*$/, name));
  const built = beside("document-process.mjs");
  const isBuilt = existsSync(built);
  const child = fork(isBuilt ? built : beside("document-process.ts"), [`${mostMemoryMb}`], {
    execArgv: [...(isBuilt ? [] : ["--import", "tsx"]), `--max-old-space-size=${mostMemoryMb}`, "--stack-size=3900"],
    // Nothing of the process's secrets is needed there.
    env: {} as NodeJS.ProcessEnv,
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  // Whoever waits for it hears of its end; nobody is kept from ending by it.
  child.on("error", () => {});
  child.unref();
  child.channel?.unref();
  await new Promise<void>((resolve) => {
    const timer = setTimeout(() => child.kill("SIGKILL"), START_MS);
    const settle = () => {
      clearTimeout(timer);
      child.off("message", settle).off("exit", settle);
      resolve();
    };
    // Its first word is that it is there.
    child.once("message", settle).once("exit", settle);
  });
  return child;
}
