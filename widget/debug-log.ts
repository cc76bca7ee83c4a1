export type Log = (...what: unknown[]) => void;

const PREFIX = "[gatehouse]";

/** Speaks only when the `debug` option is on. Callers give it no token and no message text. */
export function createDebugLog(console: Console, enabled: boolean): Log {
  return enabled ? (...what) => console.info(PREFIX, ...what) : () => {};
}

/** What a developer must learn without asking, such as a missing key. */
export function complain(console: Console, ...what: unknown[]): undefined {
  console.error(PREFIX, ...what);
  return undefined;
}
