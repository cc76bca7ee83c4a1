import type { Metadata } from "next";
import { Playground } from "@/ui/conversation/playground";
import { PageTitle } from "@/ui/part/section";
import { load, tenantOf } from "../../../caller";

export const metadata: Metadata = { title: "Playground" };

export default async function PlaygroundPage({ params }: { params: Promise<{ tenant: string }> }) {
  const tenantId = await tenantOf(params);
  await load((caller) => caller.tenant.get({ tenantId }));
  return (
    <>
      <PageTitle title="Playground" lead="Ask your own knowledge. Nothing is stored, and no visitor sees it." />
      <Playground tenantId={tenantId} />
    </>
  );
}
