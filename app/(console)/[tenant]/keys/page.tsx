import type { Metadata } from "next";
import { ApiKeys } from "@/ui/key/api-keys";
import { SigningSecrets } from "@/ui/key/signing-secrets";
import { PageTitle, Section } from "@/ui/part/section";
import { Value } from "@/ui/part/value";
import { load, tenantOf } from "../../../caller";

export const metadata: Metadata = { title: "Keys & secrets" };

export default async function KeysPage({ params }: { params: Promise<{ tenant: string }> }) {
  const tenantId = await tenantOf(params);
  const [tenant, secrets, keys] = await load((caller) =>
    Promise.all([
      caller.tenant.get({ tenantId }),
      caller.signingSecret.list({ tenantId }),
      caller.apiKey.list({ tenantId }),
    ]),
  );
  return (
    <>
      <PageTitle title="Keys & secrets" lead="What is public, what only your server may hold, and what still works." />
      <div className="grid gap-5">
        <Section
          title="Public identifiers"
          description="They name your tenant and prove nothing: safe in any page’s source."
        >
          <dl className="grid gap-4 sm:grid-cols-2">
            {tenant.siteKey && (
              <div className="min-w-0">
                <dt className="mb-1.5 font-medium">Site key</dt>
                <dd>
                  <Value text={tenant.siteKey} label="site key" />
                </dd>
              </div>
            )}
            <div className="min-w-0">
              <dt className="mb-1.5 font-medium">Tenant id</dt>
              <dd>
                <Value text={tenant.id} label="tenant id" />
              </dd>
            </div>
          </dl>
        </Section>
        <SigningSecrets tenantId={tenantId} initial={secrets} />
        <ApiKeys tenantId={tenantId} initial={keys} />
      </div>
    </>
  );
}
