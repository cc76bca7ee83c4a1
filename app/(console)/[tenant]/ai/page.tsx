import type { Metadata } from "next";
import { AiSettings } from "@/ui/ai/ai-settings";
import { PageTitle } from "@/ui/part/section";
import { load, tenantOf } from "../../../caller";

export const metadata: Metadata = { title: "AI" };

export default async function AiPage({ params }: { params: Promise<{ tenant: string }> }) {
  const tenantId = await tenantOf(params);
  const ai = await load((caller) => caller.ai.get({ tenantId }));
  return (
    <>
      <PageTitle
        title="AI"
        lead="Who answers your visitors, in which words, and how strictly it is held to your sources."
      />
      <AiSettings tenantId={tenantId} initial={ai} />
    </>
  );
}
