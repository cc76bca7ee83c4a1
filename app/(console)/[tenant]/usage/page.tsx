import type { Metadata } from "next";
import { PageTitle } from "@/ui/part/section";
import { ModelUse } from "@/ui/usage/model-use";
import { OriginTable } from "@/ui/usage/origin-table";
import { OverviewChart } from "@/ui/usage/overview-chart";
import { PeriodChoice } from "@/ui/usage/period-choice";
import { QuotaCard } from "@/ui/usage/quota-card";
import { UserTable } from "@/ui/usage/user-table";
import { load, tenantOf } from "../../../caller";

export const metadata: Metadata = { title: "Usage" };

interface Props {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<{ days?: string }>;
}

export default async function UsagePage({ params, searchParams }: Props) {
  const tenantId = await tenantOf(params);
  const given = (await searchParams).days;
  const days = given === "7" || given === "90" ? Number(given) : 30;
  const [figures, quota, models] = await load((caller) =>
    Promise.all([
      caller.usage.figures({ tenantId, days }),
      caller.usage.quota({ tenantId }),
      caller.usage.models({ tenantId, days }),
    ]),
  );
  return (
    <>
      <PageTitle
        title="Usage"
        lead="What was asked, by day, origin and user. Days are UTC; today is counted up to this moment."
        action={<PeriodChoice days={days} />}
      />
      <div className="grid gap-5">
        <OverviewChart tenantId={tenantId} days={figures.days} />
        <QuotaCard tenantId={tenantId} usage={quota} />
        <OriginTable origins={figures.origins} total={figures.total} />
        <UserTable tenantId={tenantId} users={figures.users} />
        <ModelUse tenantId={tenantId} use={models} />
      </div>
    </>
  );
}
