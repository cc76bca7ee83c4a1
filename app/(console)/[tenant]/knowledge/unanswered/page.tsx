import type { Metadata } from "next";
import { KnowledgeHead } from "@/ui/knowledge/knowledge-head";
import { UnansweredList } from "@/ui/knowledge/unanswered-list";
import { ListFilter } from "@/ui/part/list-filter";
import { Section } from "@/ui/part/section";
import { searchOf } from "../../../../asked";
import { load, tenantOf } from "../../../../caller";

export const metadata: Metadata = { title: "Unanswered questions" };

interface Props {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function UnansweredPage({ params, searchParams }: Props) {
  const tenantId = await tenantOf(params);
  const search = (await searchOf(searchParams))("q");
  const groups = await load((caller) => caller.unanswered.list({ tenantId, ...(search && { search }) }));
  return (
    <>
      <KnowledgeHead tenantId={tenantId} />
      <Section
        flush
        title="Asked in vain"
        action={<ListFilter search={{ name: "q", label: "Search questions" }} />}
        description="What visitors asked in the last 90 days and no source could answer, in groups of the same words."
      >
        <UnansweredList tenantId={tenantId} initial={groups} />
      </Section>
    </>
  );
}
