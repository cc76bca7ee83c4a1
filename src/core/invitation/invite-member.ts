import { z } from "zod";
import { Email } from "@/core/account/account";
import { recordAudit } from "@/core/audit/record-audit";
import { derivedBase62 } from "@/core/id/id";
import { requireLimits } from "@/core/limit/require-limits";
import { mayHandle } from "@/core/member/find-teammate";
import { type Member, requireRecentSignIn, requireRole, roles } from "@/core/member/member";
import { Submission, toSubmittedId } from "@/core/submission/submission";
import { Failure, fieldFailure } from "@/failures";
import type { Transaction } from "@/store/database";
import { lockTeam } from "@/store/team-rows";
import { makeInvitationToken, postInvitation, toShownLink } from "./invitation";

export const InviteMember = z.object({ email: Email, role: z.enum(roles), submission: Submission });
export type InviteMember = z.infer<typeof InviteMember>;

const perTenant = { name: "invitations", limit: 100, windowSeconds: 24 * 3600 };

/**
 * Invites somebody to the team by a link sent to their address. Admins and owners, to no role above their own, with a
 * recent sign-in. Who is of the team or invited already is `input_invalid`; over 100 a day: `rate_limited`. The same
 * submission sends one letter.
 */
export async function inviteMember(member: Member, { email, role, submission }: InviteMember) {
  requireRole(member, "admin");
  if (!mayHandle(member.role, role))
    throw new Failure("scope_refused", { detail: "Only an owner may invite an owner." });
  requireRecentSignIn(member);
  const { tenantId, product, actor } = member;
  await requireLimits(product.limiter, [perTenant, tenantId]);
  const id = await toSubmittedId("invitation", tenantId, submission);
  // Nobody stores it: only who knows the submission finds the same link again.
  const again = submission && (await derivedBase62(["invitation", id, submission]));
  const { token, kept } = await makeInvitationToken(product, again);
  const made = await member.database.transaction(async (tx) => {
    await lockTeam(tx, tenantId);
    const present = await tx.invitation.findUnique({ where: { id } });
    if (present) return { isRepeated: true, ...(await namesOf(tx, member)) };
    const of = { user: { email } };
    if (await tx.membership.findFirst({ where: of })) throw fieldFailure("email", "They are of the team already.");
    if (await tx.invitation.findFirst({ where: { email } }))
      throw fieldFailure("email", "They are invited already; send it again below.");
    await tx.invitation.create({ data: { id, tenantId, email, role, invitedBy: actor, ...kept } });
    await recordAudit(tx, member, "member.invited", id, { email, role });
    return { isRepeated: false, ...(await namesOf(tx, member)) };
  });
  if (made.isRepeated) return { id, link: toShownLink(product, token) };
  return { id, ...(await postInvitation(member, { ...made, email, role, token })) };
}

/** What an invitation says of who sent it. */
export async function namesOf(tx: Transaction, { tenantId, actor }: Member) {
  const { name } = await tx.tenant.findUniqueOrThrow({ where: { id: tenantId }, select: { name: true } });
  const inviter = await tx.user.findUnique({ where: { id: actor }, select: { email: true } });
  return { tenantName: name, inviter: inviter?.email ?? null };
}
