"use client";
import { useState } from "react";
import type { Outputs } from "../outputs";
import { Field, Input } from "../part/field";
import { Meter } from "../part/meter";
import { RadioCards } from "../part/radio-cards";
import { Section } from "../part/section";
import { Toggle } from "../part/toggle";
import { fieldError, formError } from "../refusal-of";
import { type Renewal, renewable } from "../settings/renewable";
import { useTenantSettings } from "../settings/use-tenant-settings";
import { SaveRow } from "./save-row";

interface QuotaProps {
  tenantId: string;
  tenant: Outputs["tenant"]["get"];
  usage: Outputs["usage"]["quota"];
}

const whenSpent = [
  { value: "degrade", label: "Search only", note: "Answers are put together from your pages, without a model." },
  { value: "refuse", label: "Refuse", note: "The widget says that the limit is reached until the month is over." },
] as const;

const perMinute = ({ limit, windowSeconds }: { limit: number; windowSeconds: number }) =>
  Math.round((limit * 60) / windowSeconds).toLocaleString("en");

/** Messages a month and what comes after them; the limits on how fast they may come, in words. */
export const QuotaSettings = renewable(({ tenantId, tenant, usage, renew }: QuotaProps & Renewal) => {
  const stored = {
    on: tenant.quota !== null,
    monthly: String(tenant.quota?.monthly ?? 10_000),
    spent: tenant.quota?.spent ?? ("degrade" as const),
    visitor: tenant.visitorMessages === null ? "" : String(tenant.visitorMessages),
  };
  const [wanted, setWanted] = useState(stored);
  const { visitor, tenant: together } = usage.limits;
  const { quota: present, visitorMessages: own } = tenant;
  const { save, submit, stale, isChanged } = useTenantSettings(
    tenantId,
    { quota: present, visitorMessages: own },
    renew,
  );
  const quota = wanted.on ? { monthly: Number(wanted.monthly), spent: wanted.spent } : null;
  const settings = { quota, visitorMessages: wanted.visitor === "" ? null : Number(wanted.visitor) };
  return (
    <Section
      id="limits"
      title="Limits and quota"
      description={`All visitors together may send ${perMinute(together)} messages a minute; whoever sends more is told when to try again.`}
    >
      <form
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          submit(settings);
        }}
      >
        {stale}
        <Field
          label="Messages a minute of one visitor"
          hint={`Empty: ${perMinute(visitor)}, which is also the most.`}
          error={fieldError(save.error, "visitorMessages")}
          className="max-w-56"
        >
          <Input
            type="number"
            inputMode="numeric"
            min={1}
            max={100_000}
            placeholder={perMinute(visitor)}
            value={wanted.visitor}
            onChange={(event) => setWanted({ ...wanted, visitor: event.target.value })}
          />
        </Field>
        <Toggle
          label="Monthly quota"
          description="Counts the messages that want an answer, by calendar month (UTC)."
          checked={wanted.on}
          onChange={(on) => setWanted({ ...wanted, on })}
        />
        {usage.quota && <Meter label={`Used in ${usage.month}`} value={usage.messages} most={usage.quota.monthly} />}
        {wanted.on && (
          <>
            <Field label="Messages a month" error={fieldError(save.error, "quota")} className="max-w-56">
              <Input
                type="number"
                inputMode="numeric"
                min={0}
                max={1_000_000_000}
                required
                value={wanted.monthly}
                onChange={(event) => setWanted({ ...wanted, monthly: event.target.value })}
              />
            </Field>
            <RadioCards
              legend="When they are spent"
              options={[...whenSpent]}
              value={wanted.spent}
              onChoose={(spent) => setWanted({ ...wanted, spent })}
            />
          </>
        )}
        <SaveRow
          changed={isChanged(settings)}
          busy={save.isPending}
          error={stale ? undefined : formError(save.error, ["quota", "visitorMessages"])}
          onUndo={renew}
        />
      </form>
    </Section>
  );
});
