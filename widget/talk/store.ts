/** What outlives a reload of this tab. */
export interface Store {
  read(name: Stored): unknown;
  /** Null removes. */
  write(name: Stored, value: unknown): void;
}

export type Stored = "token" | "conversation" | "messages" | "look";

/**
 * A store on `sessionStorage` under `gatehouse:<key>:…`. Where storage is blocked or full (even looking at it may
 * throw), the page's memory stands in.
 */
export function createStore(siteKey: string, openStorage: () => Storage): Store {
  const memory = new Map<Stored, unknown>();
  const address = (name: Stored) => `gatehouse:${siteKey}:${name}`;

  return {
    read(name) {
      if (memory.has(name)) return memory.get(name);
      try {
        return JSON.parse(openStorage().getItem(address(name)) ?? "null") as unknown;
      } catch {
        return null;
      }
    },
    write(name, value) {
      memory.set(name, value);
      try {
        openStorage()[value === null ? "removeItem" : "setItem"](address(name), JSON.stringify(value));
      } catch {
        // Blocked or full: this page's memory has it.
      }
    },
  };
}
