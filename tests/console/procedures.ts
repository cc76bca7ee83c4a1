// Every procedure of the router with its example, and how to call one as somebody.
import { callTRPCProcedure, TRPCError } from "@trpc/server";
import { consoleRouter } from "@/console/router";
import { toErrorFacts } from "@/console/trpc";
import type { Account } from "@/core/account/account";
import { accountExamples } from "./account-examples";
import { conversationExamples } from "./conversation-examples";
import type { Examples } from "./example";
import { keyExamples } from "./key-examples";
import { knowledgeExamples } from "./knowledge-examples";
import { teamExamples } from "./team-examples";
import { tenantExamples } from "./tenant-examples";
import { product, type World } from "./world";

export const examples: Examples = {
  ...accountExamples,
  ...teamExamples,
  ...tenantExamples,
  ...keyExamples,
  ...knowledgeExamples,
  ...conversationExamples,
};

/** Mutations by their method only: they are asked for by a press, and store nothing. */
export const changesNothing = new Set(["playground.ask", "signingSecret.inspect", "ai.test"]);

export const procedures = Object.entries(
  consoleRouter._def.procedures as unknown as Record<string, { _def: { type: Type } }>,
);
export const inputsOf = (path: string) =>
  (
    consoleRouter._def.procedures as unknown as Record<
      string,
      { _def: { inputs: { parse(input: unknown): unknown }[] } }
    >
  )[path]?._def.inputs ?? [];
type Type = "query" | "mutation" | "subscription";
export const table = procedures.flatMap(([path, { _def }]) => {
  const example = examples[path];
  return example ? [{ path, type: _def.type, ...example }] : [];
});
export type Row = (typeof table)[number];

/** Calls a procedure from our own pages. */
export function call({ path, type }: Row, account: Account | null, input: object, sameOrigin = true): Promise<unknown> {
  return callTRPCProcedure({
    router: consoleRouter,
    path,
    type,
    ctx: { product, account, device: { userAgent: "test", address: path }, sameOrigin, requestId: "test" },
    getRawInput: async () => (Object.keys(input).length === 0 ? undefined : input),
    signal: undefined,
    batchIndex: 0,
  });
}

/** Everything that who is refused gets to see. */
export async function refusal(called: Promise<unknown>) {
  const error = await called.then(
    () => "let in",
    (cause: unknown) => cause,
  );
  if (!(error instanceof TRPCError)) throw new Error(`Not a refusal: ${JSON.stringify(error)}`);
  return { code: error.code, message: error.message, facts: toErrorFacts(error) };
}

export const own = async (row: Row, of: World) => ({
  ...(row.open === "member" && { tenantId: of.tenantId }),
  ...(await row.input?.(of)),
});
export const changes = ({ owner }: World) => owner.database.transaction((tx) => tx.auditEntry.count());
