import type { Metadata } from "next";
import { cache } from "react";
import { AnswerForm } from "@/ui/knowledge/answer-form";
import { CrawlPages } from "@/ui/knowledge/crawl-pages";
import { PassageList } from "@/ui/knowledge/passage-list";
import { SourceSettings } from "@/ui/knowledge/source-settings";
import { SourceActions, SourceNotices } from "@/ui/knowledge/source-state";
import { BackLink } from "@/ui/part/back-link";
import { OutsideLink } from "@/ui/part/outside-link";
import { PageTitle, Section } from "@/ui/part/section";
import { For, ReadOnlyNotice } from "@/ui/shell/role";
import { load, tenantOf } from "../../../../caller";

interface Props {
  params: Promise<{ tenant: string; source: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await sourceOf(params)).title };
}

const sourceOf = cache(async (params: Props["params"]) => {
  const tenantId = await tenantOf(params);
  const { source: id } = await params;
  return load((caller) => caller.source.get({ tenantId, id }));
});

export default async function SourcePage({ params }: Props) {
  const tenantId = await tenantOf(params);
  const { source: id } = await params;
  const source = await sourceOf(params);
  const { title: question, answer, url } = source;
  return (
    <>
      <BackLink href={`/${tenantId}/knowledge`}>Knowledge</BackLink>
      <PageTitle
        title={question}
        action={<SourceActions tenantId={tenantId} source={source} />}
        lead={url ? <OutsideLink href={url}>{url}</OutsideLink> : "Answers name its title."}
      />
      <SourceNotices source={source} />
      <ReadOnlyNotice least="admin" />
      <div className="grid gap-5">
        <For least="admin">
          {answer !== null && (
            <Section title="Question and answer">
              <AnswerForm tenantId={tenantId} present={{ id, question, answer, url }} />
            </Section>
          )}
          <Section title="Settings">
            <SourceSettings tenantId={tenantId} source={source} />
          </Section>
        </For>
        {source.kind === "site" && (
          <CrawlPages
            tenantId={tenantId}
            sourceId={id}
            live={source.status === "waiting" || source.status === "reading"}
          />
        )}
        <PassageList source={source} />
      </div>
    </>
  );
}
