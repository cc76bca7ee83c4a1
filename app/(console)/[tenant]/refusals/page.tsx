import type { Metadata } from "next";
import { PageTitle } from "@/ui/part/section";
import { RefusalList } from "@/ui/refusal/refusal-list";
import { searchOf } from "../../../asked";
import { load, tenantOf } from "../../../caller";

export const metadata: Metadata = { title: "Refusals" };

interface RefusalsPageProps {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function RefusalsPage({ params, searchParams }: RefusalsPageProps) {
  const tenantId = await tenantOf(params);
  const asked = await searchOf(searchParams);
  const wanted = { ...(asked("q") && { search: asked("q") }), ...(asked("reason") && { reason: asked("reason") }) };
  const [refusals, reasons] = await load((caller) =>
    Promise.all([caller.refusal.list({ tenantId, ...wanted }), caller.refusal.reasons({ tenantId })]),
  );
  return (
    <>
      <PageTitle title="Refusals" lead="Who was kept out and why: what mends it stands beside it." />
      <RefusalList tenantId={tenantId} initial={refusals} reasons={reasons} />
    </>
  );
}
