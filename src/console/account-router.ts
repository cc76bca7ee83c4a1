import { ConfirmPassword, confirmPassword } from "@/core/account/confirm-password";
import { listMemberSessions } from "@/core/account/list-member-sessions";
import { RevokeMemberSession, revokeMemberSession } from "@/core/account/revoke-member-session";
import { SignUp, signUp } from "@/core/account/sign-up";
import { accountProcedure, publicProcedure, router } from "./trpc";

export const accountRouter = router({
  signUp: publicProcedure.input(SignUp).mutation(({ ctx, input }) => signUp(ctx.product, input)),
  me: publicProcedure.query(({ ctx }) => ctx.account && { email: ctx.account.email, userId: ctx.account.userId }),
  sessions: accountProcedure.query(({ ctx }) => listMemberSessions(ctx.account)),
  revokeSession: accountProcedure
    .input(RevokeMemberSession)
    .mutation(({ ctx, input }) => revokeMemberSession(ctx.account, input)),
  confirmPassword: accountProcedure
    .input(ConfirmPassword)
    .mutation(({ ctx, input }) => confirmPassword(ctx.account, input)),
});
