"use client";
import { useQuery } from "@tanstack/react-query";
import { Webhook } from "lucide-react";
import { useState } from "react";
import { useApi } from "../api";
import type { Outputs } from "../outputs";
import { Button } from "../part/button";
import { Empty, Section } from "../part/section";
import { useAsked } from "../part/use-asked";
import { AddWebhookDialog } from "./add-webhook-dialog";
import { WebhookRow } from "./webhook-row";

/** Addresses of the tenant's own that are told what happens. */
export function Webhooks({ tenantId, initial }: { tenantId: string; initial: Outputs["webhook"]["list"] }) {
  const api = useApi();
  const [adding, setAdding] = useState(false);
  const [asked, settle] = useAsked("add-webhook");
  const webhooks = useQuery({ ...api.webhook.list.queryOptions({ tenantId }), initialData: initial });
  return (
    <Section
      flush
      id="webhooks"
      title="Webhooks"
      description="Your own systems are told what happens, signed by the Standard Webhooks scheme and tried again for a day."
      action={<Button onClick={() => setAdding(true)}>Add webhook</Button>}
    >
      {webhooks.data.length === 0 ? (
        <Empty icon={<Webhook />} title="Nobody is told yet">
          Add an address of yours to hear of conversations, escalations and feedback as they happen.
        </Empty>
      ) : (
        <ul className="divide-y">
          {webhooks.data.map((webhook) => (
            <WebhookRow key={webhook.id} tenantId={tenantId} webhook={webhook} />
          ))}
        </ul>
      )}
      {(adding || asked) && (
        <AddWebhookDialog
          tenantId={tenantId}
          onClose={() => {
            setAdding(false);
            settle();
          }}
        />
      )}
    </Section>
  );
}
