/* biome-ignore-all lint/suspicious/noConsole: here the developer is spoken to, and nowhere else */
export type Log = (...what: unknown[]) => void;

const PREFIX = "[gatehouse]";

/** Speaks only when the `debug` option is on. Callers give it no token and no message text. */
export function createDebugLog(enabled: boolean): Log {
  return enabled ? (...what) => console.info(PREFIX, ...what) : () => {};
}

/** What a developer must learn without asking, such as a missing key. Never throws: pages replace the console, too. */
export function complain(what: unknown, level: "error" | "warn" = "error"): undefined {
  try {
    console[level](PREFIX, what);
  } catch {
    // Then nobody is told.
  }
}
