import { newFailure, toFailure } from "../talk/failure";
import { withinSilence } from "../talk/silence";
import type { SessionAnswer } from "../wire";
import { type HeldToken, holdIdentity, holdSession, isLive, renewalTime } from "./token-clock";

export interface Identity {
  jwt?: string | undefined;
  onTokenRefresh?: (() => unknown) | undefined;
}

export interface TokenWorld {
  now(): number;
  /** Asks the gateway for a session; `old` is the token it follows on. */
  openSession(old: string | null): Promise<SessionAnswer>;
  load(): unknown;
  save(held: HeldToken | null): void;
  onToken(held: HeldToken): void;
}

export interface TokenKeeper {
  /** From now on every request carries a session token (no effect on identified visitors). */
  demandSession(): void;
  identify(identity: Identity): void;
  /** The token for the next request, renewed when it is about to end; null in phase 0. */
  bearer(): Promise<string | null>;
  /** The token to try again with after `refused` got a 401: however many wait, one renewal. Null if there is no way. */
  bearerAfter(refused: string | null, code: string): Promise<string | null>;
  held(): HeldToken | null;
  isIdentified(): boolean;
  /** Takes over a session that another tab of the same visitor holds. */
  adopt(stored: unknown): void;
  /** Forgets the session, or with `everyone` the page's identity too. */
  clear(whom: "session" | "everyone"): void;
}

const REFRESH_LIMIT_MS = 20_000;

/** Holds at most one token, of one class: the page's identity token, or a session token of ours. */
export function createTokenKeeper(world: TokenWorld): TokenKeeper {
  let identity: Identity = {};
  let wantsSession = false;
  let token: HeldToken | null | undefined;
  let renewal: Promise<HeldToken> | null = null;
  // Moves on whenever the visitor changes, so a renewal that was under way cannot bring the last one back.
  let visitor = 0;

  const isIdentified = () => Boolean(identity.jwt || identity.onTokenRefresh);

  function held(): HeldToken | null {
    if (token === undefined) token = isIdentified() ? null : parseHeld(world.load());
    return token;
  }

  function keep(next: HeldToken): HeldToken {
    token = next;
    if (!isIdentified()) world.save(next);
    world.onToken(next);
    return next;
  }

  async function refreshIdentity(): Promise<HeldToken> {
    const { onTokenRefresh } = identity;
    if (!onTokenRefresh) throw newFailure("token_expired", 401, "there is no onTokenRefresh");
    try {
      const jwt = await withinSilence(Promise.resolve().then(onTokenRefresh), REFRESH_LIMIT_MS);
      if (typeof jwt !== "string" || !jwt) throw new Error("it gave no token");
      return holdIdentity(jwt, world.now(), true);
    } catch (cause) {
      throw newFailure("token_expired", 401, `onTokenRefresh failed: ${cause}`);
    }
  }

  async function openSession(): Promise<HeldToken> {
    const old = held()?.token ?? null;
    try {
      return holdSession(await world.openSession(old), world.now());
    } catch (failure) {
      // A token too old or revoked cannot be renewed; the visitor starts afresh.
      if (!old || toFailure(failure).status !== 401) throw failure;
      return holdSession(await world.openSession(null), world.now());
    }
  }

  function renew(): Promise<HeldToken> {
    if (renewal) return renewal;
    const since = visitor;
    const mine = (isIdentified() ? refreshIdentity() : openSession()).then((next) => {
      if (since !== visitor) throw newFailure("token_expired", 401, "the visitor changed");
      return keep(next);
    });
    const end = () => {
      if (renewal === mine) renewal = null;
    };
    renewal = mine;
    mine.then(end, end);
    return mine;
  }

  function become(next: Identity) {
    visitor++;
    renewal = null;
    identity = next;
    token = next.jwt ? holdIdentity(next.jwt, world.now(), false) : null;
  }

  return {
    demandSession() {
      wantsSession = true;
    },
    identify(next) {
      become({ ...identity, ...next });
      if (token) world.onToken(token);
    },
    async bearer() {
      if (!isIdentified() && !wantsSession) return null;
      const now = world.now();
      const current = held();
      if (current && now < renewalTime(current)) return current.token;
      if (isIdentified() && !identity.onTokenRefresh) return current?.token ?? null;
      try {
        return (await renew()).token;
      } catch (failure) {
        // Renewing early is a courtesy: what is still live still serves.
        if (isLive(current, world.now()) && held() === current) return current.token;
        throw failure;
      }
    },
    async bearerAfter(refused, code) {
      if (!isIdentified()) {
        if (code === "identity_required") return null;
        wantsSession = true;
      } else if (code === "challenge_required") return null;
      const current = held();
      if (current && current.token !== refused) return current.token;
      return (await renew()).token;
    },
    held,
    adopt(stored) {
      const other = parseHeld(stored);
      if (other && !isIdentified() && !held()) keep(other);
    },
    isIdentified,
    clear(whom) {
      become(whom === "session" ? identity : {});
      world.save(null);
    },
  };
}

function parseHeld(stored: unknown): HeldToken | null {
  const held = Object(stored) as Partial<HeldToken>;
  return held.token && held.expiresAt && held.lifetimeMs ? (held as HeldToken) : null;
}
