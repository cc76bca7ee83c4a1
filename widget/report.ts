import type { ChatWorld } from "./chat-world";
import type { Later } from "./later";
import { toFailure } from "./talk/failure";
import { type Diagnosis, diagnose } from "./trouble";
import type { Words } from "./words";

export interface Report {
  /** Tells the page, the developer and a screen reader what went wrong; gives the sentence for it. */
  report(thrown: unknown): Promise<string>;
  /** The last of it; null while nothing went wrong. */
  diagnosis(): Diagnosis | null;
}

export function createReport(
  world: ChatWorld,
  { part, words }: Later,
  own: Words,
  say: (sentence: string) => void,
): Report {
  const { docs, log, emitter } = world;
  let diagnosis: Diagnosis | null = null;

  async function report(thrown: unknown): Promise<string> {
    const found = diagnose(toFailure(thrown), docs);
    diagnosis = found;
    const { code, status, requestId } = found;
    const mended = part("mend").then(
      (it) => it.mend(world, found, words),
      (error) => log("failure", found, error),
    );
    // Without a network, there is nothing to wait for.
    const message = code === "network" ? own.network : (await mended) || own.unexpected;
    say(message);
    emitter.emit("error", { code, status, message, requestId });
    return message;
  }

  return { report, diagnosis: () => diagnosis };
}
