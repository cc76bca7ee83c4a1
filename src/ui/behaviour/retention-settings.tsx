"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "../api";
import type { Outputs } from "../outputs";
import { Choice } from "../part/choice";
import { Confirm } from "../part/confirm";
import { Section } from "../part/section";
import { formError } from "../refusal-of";
import { type Renewal, renewable } from "../settings/renewable";
import { useTenantSettings } from "../settings/use-tenant-settings";

const periods = [30, 90, 180, 365, 730];

interface RetentionProps {
  tenantId: string;
  tenant: Outputs["tenant"]["get"];
}

/** How long conversations are kept. */
export const RetentionSettings = renewable(({ tenantId, tenant, renew }: RetentionProps & Renewal) => {
  const { retentionDays } = tenant;
  const { save, submit, stale, dialog } = useTenantSettings(tenantId, { retentionDays }, renew);
  const [asked, setAsked] = useState<number | null>(null);
  const days =
    retentionDays === null || periods.includes(retentionDays)
      ? periods
      : [...periods, retentionDays].sort((a, b) => a - b);
  const options = [
    { value: "", label: "Keep for ever" },
    ...days.map((count) => ({ value: String(count), label: `Erase after ${count} days` })),
  ];
  const failed = stale ? undefined : formError(save.error);
  return (
    <Section
      title="Retention"
      description="Conversations without a word for so long are erased with their files. Their numbers stay in your figures, nothing of what was said."
      action={
        <Choice
          aria-label="Retention"
          className="w-52"
          options={options}
          disabled={save.isPending}
          value={String(retentionDays ?? "")}
          onChoose={(value) => (value === "" ? submit({ retentionDays: null }) : setAsked(Number(value)))}
        />
      }
    >
      {stale}
      {failed && (
        <p role="alert" className="mb-3 text-[13px] text-bad">
          {failed}
        </p>
      )}
      <p className="text-ink-soft">
        To erase one visitor everywhere, open a conversation of theirs and choose{" "}
        <b className="font-medium text-ink">Erase visitor everywhere</b>.
      </p>
      {asked !== null && (
        <Confirm
          title={`Erase after ${asked} days?`}
          action="Erase from now on"
          busy={save.isPending}
          onClose={() => setAsked(null)}
          onConfirm={() => {
            submit({ retentionDays: asked });
            setAsked(null);
          }}
        >
          <IdleConversations tenantId={tenantId} days={asked} /> From then on a conversation is erased as it gets that
          old. What is erased cannot be brought back.
        </Confirm>
      )}
      {dialog}
    </Section>
  );
});

/** How many conversations go at once. */
function IdleConversations({ tenantId, days }: { tenantId: string; days: number }) {
  const api = useApi();
  const { data } = useQuery(api.conversation.countIdle.queryOptions({ tenantId, days }));
  if (data === undefined) return `Counting the conversations whose last message is older than ${days} days …`;
  if (data === 0) return `No conversation has a last message older than ${days} days now.`;
  const many = `${data.toLocaleString("en")} ${data === 1 ? "conversation" : "conversations"}`;
  return (
    <>
      <strong className="font-medium text-ink">{many}</strong> whose last message is older than {days} days{" "}
      {data === 1 ? "is" : "are"} erased within the next ten minutes.
    </>
  );
}
