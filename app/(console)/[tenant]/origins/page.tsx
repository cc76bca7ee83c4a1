import type { Metadata } from "next";
import { AddOriginForm } from "@/ui/origin/add-origin-form";
import { DevelopmentSwitch } from "@/ui/origin/development-switch";
import { OriginList } from "@/ui/origin/origin-list";
import { PageTitle, Section } from "@/ui/part/section";
import { load, tenantOf } from "../../../caller";

export const metadata: Metadata = { title: "Origins" };

export default async function OriginsPage({ params }: { params: Promise<{ tenant: string }> }) {
  const tenantId = await tenantOf(params);
  const [tenant, origins] = await load((caller) =>
    Promise.all([caller.tenant.get({ tenantId }), caller.origin.list({ tenantId })]),
  );
  return (
    <>
      <PageTitle
        title="Origins"
        lead="The sites that may use your widget. A copied snippet is refused everywhere else, and an empty list lets nobody in."
      />
      <div className="grid gap-5">
        <Section flush title="Allowed origins">
          <div className="border-b p-4 sm:p-5">
            <AddOriginForm tenantId={tenantId} />
          </div>
          <OriginList tenantId={tenantId} initial={origins} />
        </Section>
        <div className="rounded-lg border bg-panel p-4 sm:p-5">
          <DevelopmentSwitch tenantId={tenantId} initial={tenant} />
        </div>
      </div>
    </>
  );
}
