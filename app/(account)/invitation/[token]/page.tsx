import type { Metadata } from "next";
import { AcceptInvitation, JoinForm } from "@/ui/account/invitation-form";
import { SignInForm } from "@/ui/account/sign-in-form";
import { NarrowFrame } from "@/ui/shell/narrow-frame";
import { load } from "../../../caller";

export const metadata: Metadata = { title: "Invitation", referrer: "no-referrer" };

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const [me, invitation, { signInSites }] = await load((caller) =>
    Promise.all([caller.account.me(), caller.invitation.read({ token }), caller.installation.facts()]),
  );
  const { email, role, tenant, hasAccount } = invitation;
  return (
    <NarrowFrame
      title={`Join ${tenant}`}
      lead={
        <>
          You are invited to its team as <strong className="font-medium text-ink">{role}</strong>.
          {!me && hasAccount && " Sign in to accept."}
        </>
      }
    >
      {me ? (
        <AcceptInvitation token={token} me={me.email} email={email} />
      ) : hasAccount ? (
        <SignInForm next={`/invitation/${token}`} email={email} sites={signInSites} />
      ) : (
        <JoinForm token={token} email={email} />
      )}
    </NarrowFrame>
  );
}
