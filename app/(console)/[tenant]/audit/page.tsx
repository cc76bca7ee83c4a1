import type { Metadata } from "next";
import { Suspense } from "react";
import { AuditList } from "@/ui/audit/audit-list";
import { VerifyButton } from "@/ui/audit/verify-button";
import { PageTitle } from "@/ui/part/section";
import { load, tenantOf } from "../../../caller";

export const metadata: Metadata = { title: "Audit" };

export default async function AuditPage({ params }: { params: Promise<{ tenant: string }> }) {
  const tenantId = await tenantOf(params);
  const choices = await load((caller) => caller.audit.choices({ tenantId }));
  return (
    <>
      <PageTitle
        title="Audit"
        lead="Who did what, when and from where. Each row carries the hash of the one before it: what is altered shows."
        action={<VerifyButton tenantId={tenantId} />}
      />
      <Suspense>
        <AuditList tenantId={tenantId} choices={choices} />
      </Suspense>
    </>
  );
}
