"use client";
import { useState } from "react";
import type { Outputs } from "../outputs";
import { Button } from "../part/button";
import { Field, Select, TextArea } from "../part/field";
import { Notice } from "../part/notice";
import { Section } from "../part/section";
import { fieldError, formError } from "../refusal-of";
import { type Renewal, renewable } from "../settings/renewable";
import { useAiSettings } from "../settings/use-tenant-settings";

type Ai = Outputs["ai"]["get"];

/** How a model speaks, and how strictly it is held to the sources. */
export const BehaviourForm = renewable(({ tenantId, ai, renew }: { tenantId: string; ai: Ai } & Renewal) => {
  const [instructions, setInstructions] = useState(ai.instructions);
  const [tone, setTone] = useState(ai.tone);
  const [unsupported, setUnsupported] = useState(ai.unsupported);
  const [hosts, setHosts] = useState(ai.linkHosts.join("\n"));
  const stored = {
    instructions: ai.instructions,
    tone: ai.tone,
    unsupported: ai.unsupported,
    linkHosts: ai.linkHosts,
  };
  const { save, submit, stale, dialog } = useAiSettings(tenantId, stored, { renew });
  const failed = stale ? undefined : formError(save.error, ["instructions", "tone", "unsupported", "linkHosts"]);
  return (
    <Section
      title="What it says"
      description="Every sentence is held against your sources before or while it is shown."
    >
      <form
        noValidate
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          submit({ instructions, tone, unsupported, linkHosts: hosts.split(/[\s,]+/).filter(Boolean) });
        }}
      >
        {stale}
        {failed && <Notice tone="bad">{failed}</Notice>}
        <Field
          label="Instructions"
          hint="How to address visitors, what to leave to a person. A visitor’s plan and roles may be named here: your server signs them."
          error={fieldError(save.error, "instructions")}
        >
          <TextArea rows={5} value={instructions} onChange={(event) => setInstructions(event.target.value)} />
        </Field>
        <div className="grid gap-5 sm:grid-cols-2">
          <Field label="Tone" error={fieldError(save.error, "tone")}>
            <Select value={tone} onChange={(event) => setTone(event.target.value as Ai["tone"])}>
              <option value="neutral">Plain and polite</option>
              <option value="friendly">Warm</option>
              <option value="formal">Formal</option>
              <option value="brief">As brief as possible</option>
            </Select>
          </Field>
          <Field label="Sentences that no source backs" error={fieldError(save.error, "unsupported")}>
            <Select value={unsupported} onChange={(event) => setUnsupported(event.target.value as Ai["unsupported"])}>
              <option value="strip">Leave them out</option>
              <option value="refuse">Refuse the whole answer</option>
              <option value="mark">Show them, marked as not confirmed</option>
            </Select>
          </Field>
        </div>
        <Field
          label="Hosts that links may lead to"
          hint="One per line, such as docs.example.com. Those of the cited sources may be linked to in any case."
          error={fieldError(save.error, "linkHosts")}
        >
          <TextArea
            rows={3}
            spellCheck={false}
            className="font-mono text-[13px]"
            value={hosts}
            onChange={(event) => setHosts(event.target.value)}
          />
        </Field>
        <div className="flex justify-end">
          <Button type="submit" kind="primary" busy={save.isPending}>
            Save
          </Button>
        </div>
      </form>
      {dialog}
    </Section>
  );
});
