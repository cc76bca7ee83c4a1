import type { Metadata } from "next";
import { ApiKeys } from "@/ui/key/api-keys";
import { Sessions } from "@/ui/key/sessions";
import { SigningSecrets } from "@/ui/key/signing-secrets";
import { SiteKeys } from "@/ui/key/site-keys";
import { TokenInspector } from "@/ui/key/token-inspector";
import { PageTitle } from "@/ui/part/section";
import { searchOf } from "../../../asked";
import { load, tenantOf } from "../../../caller";

export const metadata: Metadata = { title: "Keys & secrets" };

interface Props {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function KeysPage({ params, searchParams }: Props) {
  const tenantId = await tenantOf(params);
  const asked = await searchOf(searchParams);
  const state = (["live", "ended"] as const).find((one) => one === asked("keys"));
  const wanted = { ...(asked("key") && { search: asked("key").slice(0, 60) }), ...(state && { state }) };
  const [siteKeys, secrets, apiKeys, sessions] = await load((caller) =>
    Promise.all([
      caller.siteKey.list({ tenantId }),
      caller.signingSecret.list({ tenantId }),
      caller.apiKey.list({ tenantId, ...wanted }),
      caller.session.count({ tenantId }),
    ]),
  );
  return (
    <>
      <PageTitle title="Keys & secrets" lead="What is public, what only your server may hold, and what still works." />
      <div className="grid gap-5">
        <SigningSecrets tenantId={tenantId} initial={secrets} />
        <SiteKeys tenantId={tenantId} initial={siteKeys} />
        <ApiKeys tenantId={tenantId} initial={apiKeys} />
        <TokenInspector tenantId={tenantId} />
        <Sessions tenantId={tenantId} initial={sessions} />
      </div>
    </>
  );
}
