import type { Metadata } from "next";
import { AddOriginForm } from "@/ui/origin/add-origin-form";
import { DevelopmentSwitch } from "@/ui/origin/development-switch";
import { OriginList } from "@/ui/origin/origin-list";
import { OriginRules } from "@/ui/origin/origin-rules";
import { TryOrigin } from "@/ui/origin/try-origin";
import { PageTitle, Section } from "@/ui/part/section";
import { For, ReadOnlyNotice } from "@/ui/shell/role";
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
      <ReadOnlyNotice least="admin" />
      <div className="grid gap-5">
        <Section flush title="Allowed origins">
          <For least="admin">
            <div className="border-b p-4 sm:p-5">
              <AddOriginForm tenantId={tenantId} groups={[...new Set(origins.flatMap(({ group }) => group ?? []))]} />
            </div>
          </For>
          <OriginList tenantId={tenantId} initial={origins} />
        </Section>
        <Section title="Try an origin" description="By the list as it is now, with the rules that the gateway uses.">
          <TryOrigin tenantId={tenantId} />
        </Section>
        <div className="rounded-lg border bg-panel p-4 sm:p-5" id="development">
          <DevelopmentSwitch tenantId={tenantId} initial={tenant} />
        </div>
        <OriginRules />
      </div>
    </>
  );
}
