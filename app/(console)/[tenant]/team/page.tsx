import type { Metadata } from "next";
import { PageTitle } from "@/ui/part/section";
import { DeleteTenant } from "@/ui/team/delete-tenant";
import { InvitationList } from "@/ui/team/invitation-list";
import { MemberList } from "@/ui/team/member-list";
import { load, tenantOf } from "../../../caller";

export const metadata: Metadata = { title: "Team" };

export default async function TeamPage({ params }: { params: Promise<{ tenant: string }> }) {
  const tenantId = await tenantOf(params);
  const [tenant, members, invitations] = await load((caller) =>
    Promise.all([
      caller.tenant.get({ tenantId }),
      caller.team.list({ tenantId }),
      caller.invitation.list({ tenantId }),
    ]),
  );
  return (
    <>
      <PageTitle title="Team" lead="Who may open this console, and what they may do in it." />
      <div className="grid gap-5">
        <MemberList tenantId={tenantId} own={tenant.role} initial={members} />
        <InvitationList tenantId={tenantId} own={tenant.role} initial={invitations} />
        {tenant.role === "owner" && <DeleteTenant tenantId={tenantId} name={tenant.name} />}
      </div>
    </>
  );
}
