import { countSessions } from "@/core/session/count-sessions";
import { revokeAllSessions } from "@/core/session/revoke-all-sessions";
import { RevokeSession, revokeSession } from "@/core/session/revoke-session";
import { RevokeUser, revokeUser } from "@/core/visitor/revoke-user";
import { memberProcedure, router } from "./trpc";

export const sessionRouter = router({
  count: memberProcedure.query(({ ctx }) => countSessions(ctx.member)),
  revoke: memberProcedure.input(RevokeSession).mutation(({ ctx, input }) => revokeSession(ctx.member, input)),
  revokeAll: memberProcedure.mutation(({ ctx }) => revokeAllSessions(ctx.member)),
  revokeUser: memberProcedure.input(RevokeUser).mutation(({ ctx, input }) => revokeUser(ctx.member, input)),
});
