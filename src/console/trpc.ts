// The ladder of procedures, and the one place where a Failure becomes a tRPC error.
import { initTRPC, TRPCError } from "@trpc/server";
import superjson from "superjson";
import { ZodError, z } from "zod";
import { admitMember } from "@/core/member/member";
import { failures } from "@/failure-table";
import { Failure, type FailureCode, type FieldError } from "@/failures";
import type { ConsoleContext } from "./context";

/** What the console's pages know of an error beside its message. */
export interface ErrorFacts {
  code: FailureCode;
  title: string;
  /** Errors that belong beside a field, by dotted path. */
  errors: FieldError[];
}

const t = initTRPC.context<ConsoleContext>().create({
  transformer: superjson,
  // A stream is begun anew after a while, by somebody who is still signed in and still a member.
  sse: {
    maxDurationMs: 10 * 60_000,
    ping: { enabled: true, intervalMs: 15_000 },
    client: { reconnectAfterInactivityMs: 40_000 },
  },
  errorFormatter: ({ shape, error }) => ({
    message: shape.message,
    code: shape.code,
    data: { code: error.code, httpStatus: shape.data.httpStatus, path: shape.data.path, facts: toErrorFacts(error) },
  }),
});

/** Faults of the input and Failures keep their words; anything else is a bug and gets a fixed sentence. */
export function toErrorFacts(error: TRPCError): ErrorFacts {
  if (error.cause instanceof Failure) {
    const { code, errors } = error.cause;
    return { code, title: failures[code].title, errors: errors ?? [] };
  }
  if (error.cause instanceof ZodError) {
    const errors = error.cause.issues.map(({ path, message }) => ({ path: path.join("."), message }));
    return { code: "input_invalid", title: failures.input_invalid.title, errors };
  }
  if (error.code === "NOT_FOUND") return { code: "not_found", title: failures.not_found.title, errors: [] };
  if (error.code === "BAD_REQUEST") return { code: "input_invalid", title: failures.input_invalid.title, errors: [] };
  return { code: "unexpected", title: failures.unexpected.title, errors: [] };
}

const guarded = t.procedure.use(async ({ ctx, path, next }) => {
  const result = await next();
  if (result.ok) return result;
  const { error } = result;
  if (error.cause instanceof Failure) {
    const { code, detail } = error.cause;
    throw new TRPCError({ code: failures[code].trpc, message: detail, cause: error.cause });
  }
  if (error.cause instanceof ZodError) {
    const message = error.cause.issues[0]?.message ?? failures.input_invalid.cure;
    throw new TRPCError({ code: "BAD_REQUEST", message, cause: error.cause });
  }
  if (error.code !== "INTERNAL_SERVER_ERROR") return result;
  ctx.product.log.error({ requestId: ctx.requestId, path, error: error.cause?.stack ?? error.message }, "procedure");
  throw new TRPCError({
    code: "INTERNAL_SERVER_ERROR",
    message: `${failures.unexpected.title}. ${failures.unexpected.cure} (${ctx.requestId})`,
  });
});

const fromOurPages = guarded.use(({ ctx, type, next }) => {
  if (type === "mutation" && !ctx.sameOrigin) {
    throw new Failure("origin_mismatch", { detail: "Changes are accepted from this installation's own pages only." });
  }
  return next();
});

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** Anybody. */
export const publicProcedure = fromOurPages;

/** Whoever is signed in: `ctx.account`. */
export const accountProcedure = fromOurPages.use(({ ctx, next }) => {
  if (!ctx.account) throw new Failure("token_missing", { detail: "Sign in to go on." });
  return next({ ctx: { ...ctx, account: ctx.account } });
});

/** A member of the tenant in the input: `ctx.member`. A stranger's tenant and a missing one are the same NOT_FOUND. */
export const memberProcedure = accountProcedure
  .input(z.object({ tenantId: z.string().max(100) }))
  .use(async ({ ctx, input, next }) =>
    next({ ctx: { ...ctx, member: await admitMember(ctx.account, input.tenantId, ctx.device.address) } }),
  );
