// Procedures of the team and its invitations.
import { newId } from "@/core/id/id";
import { type Examples, member } from "./example";

export const teamExamples: Examples = {
  "team.list": member,
  "team.changeRole": {
    open: "member",
    input: ({ teammateId }) => ({ userId: teammateId, role: "viewer" }),
    missing: () => ({ userId: newId("user"), role: "viewer" }),
  },
  "team.remove": {
    open: "member",
    input: ({ teammateId }) => ({ userId: teammateId }),
    missing: () => ({ userId: newId("user") }),
  },
  "team.leave": member,
  "team.transfer": {
    open: "member",
    input: ({ teammateId }) => ({ userId: teammateId }),
    missing: () => ({ userId: newId("user") }),
  },
  "invitation.list": member,
  "invitation.send": { open: "member", input: () => ({ email: "guest@example.com", role: "viewer" }) },
  "invitation.resend": {
    open: "member",
    input: ({ invitationId }) => ({ id: invitationId }),
    missing: () => ({ id: newId("invitation") }),
  },
  "invitation.revoke": {
    open: "member",
    input: ({ invitationId }) => ({ id: invitationId }),
    missing: () => ({ id: newId("invitation") }),
  },
  "invitation.read": { open: "anybody", input: ({ invitationToken }) => ({ token: invitationToken }) },
  "invitation.accept": { open: "account", input: ({ invitationToken }) => ({ token: invitationToken }) },
};
