"use client";
import { LinkTabs } from "../part/link-tabs";
import { PageTitle } from "../part/section";
import { useMay } from "../shell/role";

/** What stands above each of the knowledge's pages. */
export function KnowledgeHead({ tenantId }: { tenantId: string }) {
  // Who reads only is not shown what visitors asked in vain.
  const mayAnswer = useMay("agent");
  const base = `/${tenantId}/knowledge`;
  return (
    <>
      <PageTitle
        title="Knowledge"
        lead="What answers are made of. Every answer quotes these sources word for word, or says that it does not know."
      />
      <LinkTabs
        label="Knowledge"
        tabs={[
          { href: base, label: "Sources" },
          ...(mayAnswer ? [{ href: `${base}/unanswered`, label: "Unanswered" }] : []),
          { href: `${base}/test-set`, label: "Test set" },
        ]}
      />
    </>
  );
}
