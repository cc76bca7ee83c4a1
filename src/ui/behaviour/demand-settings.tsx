"use client";
import { useState } from "react";
import type { Outputs } from "../outputs";
import { Notice } from "../part/notice";
import { RadioCards } from "../part/radio-cards";
import { Section } from "../part/section";
import { Toggle } from "../part/toggle";
import { formError } from "../refusal-of";
import { type Renewal, renewable } from "../settings/renewable";
import { useTenantSettings } from "../settings/use-tenant-settings";
import { SaveRow } from "./save-row";

interface DemandProps {
  tenantId: string;
  tenant: Outputs["tenant"]["get"];
  proofs: Outputs["tenant"]["proofs"];
}

const demands = [
  { value: "anonymous", label: "Nothing", note: "Everybody on your allowed origins may ask." },
  { value: "session", label: "A session", note: "The widget gets one by itself; scripts must do so, too." },
  { value: "identity", label: "A signed identity", note: "Only users whom your own server vouches for." },
] as const;

const proofsOfWork = [
  { value: "off", label: "Off", note: "New visitors cost nothing." },
  { value: "suspicious", label: "When it is crowded", note: "An address that begins much at once has to compute." },
  { value: "always", label: "Always", note: "Every new session or conversation costs a moment of the browser’s time." },
] as const;

/** What visitors must prove, and how many do already. */
export const DemandSettings = renewable(({ tenantId, tenant, proofs, renew }: DemandProps & Renewal) => {
  const { demand, demandReportOnly, proofOfWork } = tenant;
  const stored = { demand, demandReportOnly, proofOfWork };
  const [wanted, setWanted] = useState(stored);
  const { save, submit, stale, dialog, isChanged } = useTenantSettings(tenantId, stored, renew);
  const { days, conversations, identified, reported } = proofs;
  const without = conversations - identified;
  return (
    <Section
      id="demand"
      title="Who may ask"
      description="Changing this asks for your password again when you signed in a while ago."
    >
      <form
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          submit(wanted);
        }}
      >
        {stale}
        <RadioCards
          legend="Visitors must show"
          options={[...demands]}
          value={wanted.demand}
          onChoose={(value) => setWanted({ ...wanted, demand: value })}
        />
        <p className="text-ink-soft">
          {conversations === 0
            ? `No conversation began in the last ${days} days.`
            : `${percent(identified, conversations)} of the ${conversations.toLocaleString("en")} conversations in the last ${days} days were begun by a verified user.`}
        </p>
        {wanted.demand === "identity" && !wanted.demandReportOnly && without > 0 && (
          <Notice tone="warn">
            {without.toLocaleString("en")} of {conversations.toLocaleString("en")} conversations would have been
            refused. Try it with report-only first.
          </Notice>
        )}
        <Toggle
          label="Report only"
          description={`Lets through what would be refused, and counts it. ${reported.toLocaleString("en")} requests were let through so; they stand under Refusals.`}
          checked={wanted.demandReportOnly}
          onChange={(value) => setWanted({ ...wanted, demandReportOnly: value })}
        />
        <RadioCards
          legend="Proof of work"
          options={[...proofsOfWork]}
          value={wanted.proofOfWork}
          onChoose={(value) => setWanted({ ...wanted, proofOfWork: value })}
        />
        <SaveRow
          changed={isChanged(wanted)}
          busy={save.isPending}
          error={stale ? undefined : formError(save.error)}
          onUndo={renew}
        />
      </form>
      {dialog}
    </Section>
  );
});

function percent(part: number, whole: number): string {
  return `${Math.round((part / whole) * 100)} %`;
}
