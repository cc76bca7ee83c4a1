import type { Metadata } from "next";
import { PageTitle } from "@/ui/part/section";
import { Figures } from "@/ui/tenant/figures";
import { LaunchChecklist } from "@/ui/tenant/launch-checklist";
import { load, tenantOf } from "../../caller";

export const metadata: Metadata = { title: "Overview" };

export default async function OverviewPage({ params }: { params: Promise<{ tenant: string }> }) {
  const tenantId = await tenantOf(params);
  const [tenant, overview] = await load((caller) =>
    Promise.all([caller.tenant.get({ tenantId }), caller.tenant.overview({ tenantId })]),
  );
  return (
    <>
      <PageTitle title={tenant.name} lead={`What happened at your door in the last ${overview.days} days.`} />
      <div className="grid gap-5">
        <Figures tenantId={tenantId} overview={overview} />
        <LaunchChecklist tenantId={tenantId} overview={overview} />
      </div>
    </>
  );
}
