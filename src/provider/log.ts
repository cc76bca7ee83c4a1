import pino from "pino";
import type { Log } from "@/core/product";

/** One JSON line per entry on standard error's sibling, standard output. Never given tokens, secrets or message text. */
export function openLog(level: string): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}
