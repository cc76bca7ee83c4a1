import { AcceptInvitation, acceptInvitation } from "@/core/invitation/accept-invitation";
import { InviteMember, inviteMember } from "@/core/invitation/invite-member";
import { listInvitations } from "@/core/invitation/list-invitations";
import { ReadInvitation, readInvitation } from "@/core/invitation/read-invitation";
import { ResendInvitation, resendInvitation } from "@/core/invitation/resend-invitation";
import { RevokeInvitation, revokeInvitation } from "@/core/invitation/revoke-invitation";
import { ChangeRole, changeRole } from "@/core/member/change-role";
import { leaveTenant } from "@/core/member/leave-tenant";
import { listMembers } from "@/core/member/list-members";
import { RemoveMember, removeMember } from "@/core/member/remove-member";
import { TransferOwnership, transferOwnership } from "@/core/member/transfer-ownership";
import { accountProcedure, memberProcedure, publicProcedure, router } from "./trpc";

export const teamRouter = router({
  list: memberProcedure.query(({ ctx }) => listMembers(ctx.member)),
  changeRole: memberProcedure.input(ChangeRole).mutation(({ ctx, input }) => changeRole(ctx.member, input)),
  remove: memberProcedure.input(RemoveMember).mutation(({ ctx, input }) => removeMember(ctx.member, input)),
  leave: memberProcedure.mutation(({ ctx }) => leaveTenant(ctx.member)),
  transfer: memberProcedure.input(TransferOwnership).mutation(({ ctx, input }) => transferOwnership(ctx.member, input)),
});

export const invitationRouter = router({
  list: memberProcedure.query(({ ctx }) => listInvitations(ctx.member)),
  send: memberProcedure.input(InviteMember).mutation(({ ctx, input }) => inviteMember(ctx.member, input)),
  resend: memberProcedure.input(ResendInvitation).mutation(({ ctx, input }) => resendInvitation(ctx.member, input)),
  revoke: memberProcedure.input(RevokeInvitation).mutation(({ ctx, input }) => revokeInvitation(ctx.member, input)),
  read: publicProcedure.input(ReadInvitation).query(({ ctx, input }) => readInvitation(ctx.product, input)),
  accept: accountProcedure.input(AcceptInvitation).mutation(({ ctx, input }) => acceptInvitation(ctx.account, input)),
});
