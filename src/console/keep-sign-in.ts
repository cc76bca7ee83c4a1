import type { ConsoleContext } from "./context";

/** Carries out what gave the sign-in a new secret: the cookie gets it, the page never does. */
export async function keepSignIn<T extends { secret: string }>(ctx: ConsoleContext, doing: Promise<T>) {
  const { secret, ...rest } = await doing;
  await ctx.keepSignIn?.(secret);
  return rest;
}
