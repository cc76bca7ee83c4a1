import type { Tokens } from "../extra/tokens";

/** The token for a request. Most visitors need none, and never load the part that keeps one. */
export interface Bearer {
  /** The token for the next request; null where none is asked for. */
  now(): Promise<string | null>;
  /** The token to try again with after `refused` got a 401; null if there is no way. */
  after(refused: string | null, code: string): Promise<string | null>;
  /** The page's identity token as it stands; null for everybody else. */
  identity(): Promise<string | null>;
  /** The keeper itself, loaded now if it was not. */
  keeper(): Promise<Tokens>;
  /** The keeper if it is there. */
  known(): Tokens | undefined;
}

/** `load` makes the keeper, once; again only after it failed. */
export function createBearer(load: () => Promise<Tokens>): Bearer {
  let coming: Promise<Tokens> | undefined;
  let known: Tokens | undefined;

  function keeper(): Promise<Tokens> {
    coming ??= load().then(
      (tokens) => {
        known = tokens;
        return tokens;
      },
      (thrown: unknown) => {
        coming = undefined;
        throw thrown;
      },
    );
    return coming;
  }

  return {
    now: async () => (await coming)?.bearer() ?? null,
    after: async (refused, code) => (await keeper()).bearerAfter(refused, code),
    identity: async () => (await coming)?.identity() ?? null,
    keeper,
    known: () => known,
  };
}
