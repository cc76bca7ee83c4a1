// What each procedure of the console is called with, by who owns what it names.
import type { World } from "./world";

export interface Example {
  /** Who may call it, as the ladder in trpc.ts has it. */
  open: "anybody" | "account" | "member";
  /** Input that is right for who owns `own`, but for the tenant's id, which a member's procedure is given besides. */
  input?: (own: World) => object | Promise<object>;
  /** The same with the name of a thing that there is not; where the input names one. */
  missing?: (own: World) => object | Promise<object>;
}

export type Examples = Record<string, Example>;

/** For a member, with no input but the tenant. */
export const member: Example = { open: "member" };
