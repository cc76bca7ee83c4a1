import type { Metadata } from "next";
import { PageTitle } from "@/ui/part/section";
import { LaunchChecklist } from "@/ui/tenant/launch-checklist";
import { FigureTiles } from "@/ui/usage/figure-tiles";
import { DayCharts, OverviewChart } from "@/ui/usage/overview-chart";
import { QuotaCard } from "@/ui/usage/quota-card";
import { load, tenantNow, tenantOf } from "../../../caller";

export const metadata: Metadata = { title: "Overview" };

const DAYS = 30;

export default async function OverviewPage({ params }: { params: Promise<{ tenant: string }> }) {
  const tenantId = await tenantOf(params);
  const [tenant, overview, figures, quota] = await load((caller) =>
    Promise.all([
      tenantNow(tenantId),
      caller.tenant.overview({ tenantId }),
      caller.usage.figures({ tenantId, days: DAYS }),
      caller.usage.quota({ tenantId }),
    ]),
  );
  return (
    <>
      <PageTitle title={tenant.name} lead={`What happened at your door in the last ${DAYS} days.`} />
      <div className="grid gap-5">
        <LaunchChecklist tenantId={tenantId} overview={overview} />
        <FigureTiles tenantId={tenantId} figures={figures} />
        <OverviewChart tenantId={tenantId} days={figures.days} />
        <DayCharts days={figures.days} />
        <QuotaCard tenantId={tenantId} usage={quota} />
      </div>
    </>
  );
}
