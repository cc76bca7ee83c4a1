import type { Metadata } from "next";
import { AddSource } from "@/ui/knowledge/add-source";
import { SourceList } from "@/ui/knowledge/source-list";
import { PageTitle, Section } from "@/ui/part/section";
import { load, tenantOf } from "../../../caller";

export const metadata: Metadata = { title: "Knowledge" };

export default async function KnowledgePage({ params }: { params: Promise<{ tenant: string }> }) {
  const tenantId = await tenantOf(params);
  const sources = await load((caller) => caller.source.list({ tenantId }));
  return (
    <>
      <PageTitle
        title="Knowledge"
        lead="What answers are made of. Every answer quotes these sources word for word, or says that it does not know."
      />
      <div className="grid gap-5">
        <Section flush title="Add a source">
          <AddSource tenantId={tenantId} />
        </Section>
        <Section flush title="Sources">
          <SourceList tenantId={tenantId} initial={sources} />
        </Section>
      </div>
    </>
  );
}
