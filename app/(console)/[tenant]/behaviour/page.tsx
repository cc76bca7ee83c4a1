import type { Metadata } from "next";
import { DemandSettings } from "@/ui/behaviour/demand-settings";
import { FeatureSettings } from "@/ui/behaviour/feature-settings";
import { ModerationSettings } from "@/ui/behaviour/moderation-settings";
import { QuotaSettings } from "@/ui/behaviour/quota-settings";
import { RetentionSettings } from "@/ui/behaviour/retention-settings";
import { PageTitle } from "@/ui/part/section";
import { Webhooks } from "@/ui/webhook/webhooks";
import { load, tenantOf } from "../../../caller";

export const metadata: Metadata = { title: "Behaviour" };

export default async function BehaviourPage({ params }: { params: Promise<{ tenant: string }> }) {
  const tenantId = await tenantOf(params);
  const [tenant, proofs, usage, moderation, webhooks] = await load((caller) =>
    Promise.all([
      caller.tenant.get({ tenantId }),
      caller.tenant.proofs({ tenantId }),
      caller.usage.quota({ tenantId }),
      caller.tenant.moderation({ tenantId }),
      caller.webhook.list({ tenantId }),
    ]),
  );
  const given = { tenantId, tenant };
  return (
    <>
      <PageTitle
        title="Behaviour"
        lead="What visitors must prove, how much they may ask, and what happens to what they say."
      />
      <div className="grid gap-5">
        <DemandSettings {...given} proofs={proofs} />
        <QuotaSettings {...given} usage={usage} />
        <FeatureSettings {...given} />
        <ModerationSettings tenantId={tenantId} moderation={moderation} />
        <RetentionSettings {...given} />
        <Webhooks tenantId={tenantId} initial={webhooks} />
      </div>
    </>
  );
}
