import type { Metadata } from "next";
import { PageTitle } from "@/ui/part/section";
import { RefusalList } from "@/ui/refusal/refusal-list";
import { load, tenantOf } from "../../../caller";

export const metadata: Metadata = { title: "Refusals" };

export default async function RefusalsPage({ params }: { params: Promise<{ tenant: string }> }) {
  const tenantId = await tenantOf(params);
  const [refusals, origins] = await load((caller) =>
    Promise.all([caller.refusal.list({ tenantId }), caller.origin.list({ tenantId })]),
  );
  return (
    <>
      <PageTitle title="Refusals" lead="Who was kept out and why: what mends it stands beside it." />
      <section className="rounded-lg border bg-panel">
        <RefusalList tenantId={tenantId} initial={refusals} allowed={origins.map(({ pattern }) => pattern)} />
      </section>
    </>
  );
}
