import { AddPasskey, addPasskey } from "@/core/account/add-passkey";
import { askForPasskey, askPasskeyForConfirmation, askPasskeyForSignIn } from "@/core/account/ask-passkey";
import { beginTwoStep } from "@/core/account/begin-two-step";
import { ChangePassword, changePassword } from "@/core/account/change-password";
import { ConfirmEmailChange, confirmEmailChange } from "@/core/account/confirm-email-change";
import { ConfirmPasskey, confirmPasskey } from "@/core/account/confirm-passkey";
import { ConfirmPassword, confirmPassword } from "@/core/account/confirm-password";
import { DeleteAccount, deleteAccount } from "@/core/account/delete-account";
import { disableTwoStep } from "@/core/account/disable-two-step";
import { EnableTwoStep, enableTwoStep } from "@/core/account/enable-two-step";
import { getSecurity } from "@/core/account/get-security";
import { listMemberSessions } from "@/core/account/list-member-sessions";
import { renewRecoveryCodes } from "@/core/account/recovery-codes";
import { RemovePasskey, removePasskey } from "@/core/account/remove-passkey";
import { RequestEmailChange, requestEmailChange } from "@/core/account/request-email-change";
import { RequestReset, requestReset } from "@/core/account/request-reset";
import { ResetPassword, resetPassword } from "@/core/account/reset-password";
import { RevokeMemberSession, revokeMemberSession } from "@/core/account/revoke-member-session";
import { signOutEverywhere } from "@/core/account/sign-out-everywhere";
import { SignUp, signUp } from "@/core/account/sign-up";
import { keepSignIn } from "./keep-sign-in";
import { accountProcedure, publicProcedure, router } from "./trpc";

export const accountRouter = router({
  signUp: publicProcedure.input(SignUp).mutation(({ ctx, input }) => signUp(ctx.product, input, ctx.device)),
  requestReset: publicProcedure
    .input(RequestReset)
    .mutation(({ ctx, input }) => requestReset(ctx.product, input, ctx.device)),
  resetPassword: publicProcedure
    .input(ResetPassword)
    .mutation(({ ctx, input }) => resetPassword(ctx.product, input, ctx.device)),
  confirmEmail: publicProcedure
    .input(ConfirmEmailChange)
    .mutation(({ ctx, input }) => confirmEmailChange(ctx.product, input)),
  askPasskey: publicProcedure.mutation(({ ctx }) => askPasskeyForSignIn(ctx.product, ctx.device)),
  me: publicProcedure.query(({ ctx }) => ctx.account && { email: ctx.account.email, userId: ctx.account.userId }),
  sessions: accountProcedure.query(({ ctx }) => listMemberSessions(ctx.account)),
  security: accountProcedure.query(({ ctx }) => getSecurity(ctx.account)),
  revokeSession: accountProcedure
    .input(RevokeMemberSession)
    .mutation(({ ctx, input }) => revokeMemberSession(ctx.account, input)),
  signOutEverywhere: accountProcedure.mutation(({ ctx }) => signOutEverywhere(ctx.account)),
  confirmPassword: accountProcedure
    .input(ConfirmPassword)
    .mutation(({ ctx, input }) => keepSignIn(ctx, confirmPassword(ctx.account, input))),
  askOwnPasskey: accountProcedure.mutation(({ ctx }) => askPasskeyForConfirmation(ctx.account)),
  confirmPasskey: accountProcedure
    .input(ConfirmPasskey)
    .mutation(({ ctx, input }) => keepSignIn(ctx, confirmPasskey(ctx.account, input))),
  changePassword: accountProcedure
    .input(ChangePassword)
    .mutation(({ ctx, input }) => keepSignIn(ctx, changePassword(ctx.account, input))),
  changeEmail: accountProcedure
    .input(RequestEmailChange)
    .mutation(({ ctx, input }) => requestEmailChange(ctx.account, input)),
  beginTwoStep: accountProcedure.mutation(({ ctx }) => beginTwoStep(ctx.account)),
  enableTwoStep: accountProcedure
    .input(EnableTwoStep)
    .mutation(({ ctx, input }) => keepSignIn(ctx, enableTwoStep(ctx.account, input))),
  disableTwoStep: accountProcedure.mutation(({ ctx }) => keepSignIn(ctx, disableTwoStep(ctx.account))),
  renewRecoveryCodes: accountProcedure.mutation(({ ctx }) => renewRecoveryCodes(ctx.account)),
  askForPasskey: accountProcedure.mutation(({ ctx }) => askForPasskey(ctx.account)),
  addPasskey: accountProcedure.input(AddPasskey).mutation(({ ctx, input }) => addPasskey(ctx.account, input)),
  removePasskey: accountProcedure.input(RemovePasskey).mutation(({ ctx, input }) => removePasskey(ctx.account, input)),
  delete: accountProcedure.input(DeleteAccount).mutation(({ ctx, input }) => deleteAccount(ctx.account, input)),
});
