"use client";
import { useState } from "react";
import type { Outputs } from "../outputs";
import { Field, TextArea } from "../part/field";
import { Section } from "../part/section";
import { Toggle } from "../part/toggle";
import { fieldError, formError } from "../refusal-of";
import { type Renewal, renewable } from "../settings/renewable";
import { useTenantSettings, useWidgetSettings } from "../settings/use-tenant-settings";
import { SaveRow } from "./save-row";

interface FeatureProps {
  tenantId: string;
  tenant: Outputs["tenant"]["get"];
}

interface Switches {
  citations?: boolean;
  escalation?: boolean;
  carryOver?: boolean;
  filesOn?: boolean;
}

/** What the widget offers, and what visitors agree to. Switches hold at once, the text when it is saved. */
export const FeatureSettings = renewable(({ tenantId, tenant, renew }: FeatureProps & Renewal) => {
  const { consentText, citations, escalation, carryOver } = tenant.widget;
  const { filesOn } = tenant;
  const files = useTenantSettings(tenantId, { filesOn }, renew);
  const switches = useWidgetSettings(tenantId, { citations, escalation, carryOver }, renew);
  const text = useWidgetSettings(tenantId, { consentText }, renew);
  const [consent, setConsent] = useState(consentText ?? "");
  const wanted = { consentText: consent.trim() || null };
  // What was pressed is shown at once, and until the page has been read anew.
  const [pressed, setPressed] = useState<Switches>({});
  const shown = { citations, escalation, carryOver, filesOn, ...pressed };
  const press = ({ filesOn, ...look }: Switches) => {
    const before = pressed;
    setPressed({ ...before, ...look, ...(filesOn !== undefined && { filesOn }) });
    const onError = () => setPressed(before);
    if (filesOn !== undefined) files.submit({ filesOn }, { onError });
    else switches.submit(look, { onError });
  };
  const stale = files.stale || switches.stale || text.stale;
  const failed = formError(files.save.error) ?? formError(switches.save.error);
  const unsaved = formError(text.save.error, ["widget.consentText"]);
  return (
    <Section title="Features" description="What the widget offers on all your pages.">
      <form
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          text.submit(wanted);
        }}
      >
        {stale}
        <Toggle
          label="Citations"
          description="Answers show the passages they are taken from. A page can hide them for itself."
          checked={shown.citations ?? true}
          onChange={(citations) => press({ citations })}
        />
        <Toggle
          label="Hand-off to a person"
          description="Visitors may ask for a person; the conversation then waits under Conversations."
          checked={shown.escalation ?? true}
          onChange={(escalation) => press({ escalation })}
        />
        <Toggle
          label="Conversations go along at sign-in"
          description="A visitor who signs in goes on with the conversation they began before, and it is theirs from then on. Off, they begin a new one: safer where people share a computer."
          checked={shown.carryOver ?? false}
          onChange={(carryOver) => press({ carryOver })}
        />
        <Toggle
          label="Files"
          description="Visitors may send pictures, PDFs and texts in a conversation."
          checked={shown.filesOn}
          onChange={(filesOn) => press({ filesOn })}
        />
        {!stale && failed && (
          <p role="alert" className="text-[13px] text-bad">
            {failed}
          </p>
        )}
        <Field
          label="Consent"
          hint="Shown before the first message on pages whose snippet says consent=required. Empty: the widget’s own words, in the visitor’s language."
          error={fieldError(text.save.error, "widget.consentText")}
        >
          <TextArea maxLength={1000} value={consent} onChange={(event) => setConsent(event.target.value)} />
        </Field>
        <SaveRow
          changed={text.isChanged(wanted)}
          busy={text.save.isPending}
          error={stale ? undefined : unsaved}
          onUndo={renew}
        />
      </form>
    </Section>
  );
});
