import type { Metadata } from "next";
import { SourceBadge } from "@/ui/knowledge/source-badge";
import { BackLink } from "@/ui/part/back-link";
import { Notice } from "@/ui/part/notice";
import { OutsideLink } from "@/ui/part/outside-link";
import { PageTitle, Section } from "@/ui/part/section";
import { load, tenantOf } from "../../../../caller";

export const metadata: Metadata = { title: "Source" };

interface Props {
  params: Promise<{ tenant: string; source: string }>;
}

export default async function SourcePage({ params }: Props) {
  const tenantId = await tenantOf(params);
  const { source: id } = await params;
  const source = await load((caller) => caller.source.get({ tenantId, id }));
  return (
    <>
      <BackLink href={`/${tenantId}/knowledge`}>Knowledge</BackLink>
      <PageTitle
        title={source.title}
        action={<SourceBadge status={source.status} />}
        lead={source.url ? <OutsideLink href={source.url}>{source.url}</OutsideLink> : "Answers name its title."}
      />
      {source.failure && <Notice tone="bad">{source.failure}</Notice>}
      <Section
        flush
        title={`${source.passages.length} ${source.passages.length === 1 ? "passage" : "passages"}`}
        description="The source as search sees it: cut along its headings. Answers quote from these."
      >
        <ol className="divide-y">
          {source.passages.map((passage, place) => (
            <li key={passage.id} className="grid gap-2 px-4 py-4 sm:grid-cols-[32px_1fr] sm:px-5">
              <span className="font-mono text-ink-faint text-xs leading-6">{place + 1}</span>
              <div className="min-w-0">
                {passage.headings.length > 0 && <p className="font-medium">{passage.headings.join(" › ")}</p>}
                <p className="mt-1 whitespace-pre-wrap break-words text-ink-soft leading-6">{passage.text}</p>
              </div>
            </li>
          ))}
        </ol>
      </Section>
    </>
  );
}
