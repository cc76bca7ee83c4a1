import type { Metadata } from "next";
import { GoldenForm } from "@/ui/knowledge/golden-form";
import { GoldenList } from "@/ui/knowledge/golden-list";
import { KnowledgeHead } from "@/ui/knowledge/knowledge-head";
import { Section } from "@/ui/part/section";
import { For, ReadOnlyNotice } from "@/ui/shell/role";
import { load, tenantOf } from "../../../../caller";

export const metadata: Metadata = { title: "Test set" };

export default async function TestSetPage({ params }: { params: Promise<{ tenant: string }> }) {
  const tenantId = await tenantOf(params);
  const questions = await load((caller) => caller.golden.list({ tenantId }));
  const sources = await load((caller) => caller.source.list({ tenantId, limit: 500 }));
  return (
    <>
      <KnowledgeHead tenantId={tenantId} />
      <ReadOnlyNotice least="admin" />
      <div className="grid gap-5">
        <GoldenList tenantId={tenantId} initial={questions} />
        <For least="admin">
          <Section flush title="Add a question">
            <GoldenForm tenantId={tenantId} sources={sources} />
          </Section>
        </For>
      </div>
    </>
  );
}
