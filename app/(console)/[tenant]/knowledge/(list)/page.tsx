import type { Metadata } from "next";
import { AddSource } from "@/ui/knowledge/add-source";
import { KnowledgeHead } from "@/ui/knowledge/knowledge-head";
import { SourceFilter } from "@/ui/knowledge/source-filter";
import { toSourceFilters } from "@/ui/knowledge/source-filters";
import { SourceList } from "@/ui/knowledge/source-list";
import { Section } from "@/ui/part/section";
import { For, ReadOnlyNotice } from "@/ui/shell/role";
import { searchOf } from "../../../../asked";
import { load, tenantOf } from "../../../../caller";

export const metadata: Metadata = { title: "Knowledge" };

interface Props {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function KnowledgePage({ params, searchParams }: Props) {
  const tenantId = await tenantOf(params);
  const filters = toSourceFilters(await searchOf(searchParams));
  const sources = await load((caller) => caller.source.list({ tenantId, ...filters }));
  return (
    <>
      <KnowledgeHead tenantId={tenantId} />
      <ReadOnlyNotice least="admin" />
      <div className="grid gap-5">
        <For least="admin">
          <Section flush title="Add a source">
            <AddSource tenantId={tenantId} />
          </Section>
        </For>
        <Section flush title="Sources" action={<SourceFilter />}>
          <SourceList tenantId={tenantId} initial={sources} />
        </Section>
      </div>
    </>
  );
}
