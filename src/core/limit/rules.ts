// The limits of the gateway, as data.
import type { LimitRule } from "./limit";

export const limitRules = {
  /** Every request of a network address, before any cryptography. */
  address: { name: "address", limit: 1200, windowSeconds: 60 },
  /** New and renewed sessions of a network address. */
  session: { name: "session", limit: 300, windowSeconds: 60 },
  /** Event streams that a network address opens; each stays for up to 10 minutes. */
  stream: { name: "stream", limit: 120, windowSeconds: 60 },
  /** Messages of one visitor: a user, a session, or an address where nothing better is known. */
  message: { name: "message", limit: 300, windowSeconds: 60 },
  /** Messages to one tenant. */
  tenant: { name: "tenant", limit: 6000, windowSeconds: 60 },
  /** Requests with one API key. */
  server: { name: "server", limit: 1200, windowSeconds: 60 },
} as const satisfies Record<string, LimitRule>;
