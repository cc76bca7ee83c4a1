"use client";
import { useState } from "react";
import type { Outputs } from "../outputs";
import { Field, Select, TextArea } from "../part/field";
import { fieldError } from "../refusal-of";
import { type Renewal, renewable } from "../settings/renewable";
import { useAiSettings } from "../settings/use-tenant-settings";
import { AiForm } from "./ai-form";

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
  const settings = useAiSettings(tenantId, stored, { renew });
  const { error } = settings.save;
  return (
    <AiForm
      title="What it says"
      description="Every sentence is held against your sources before or while it is shown."
      settings={settings}
      fields={["instructions", "tone", "unsupported", "linkHosts"]}
      onSubmit={() =>
        settings.submit({ instructions, tone, unsupported, linkHosts: hosts.split(/[\s,]+/).filter(Boolean) })
      }
    >
      <Field
        label="Instructions"
        hint="How to address visitors, what to leave to a person. A visitor’s plan and roles may be named here: your server signs them."
        error={fieldError(error, "instructions")}
      >
        <TextArea rows={5} value={instructions} onChange={(event) => setInstructions(event.target.value)} />
      </Field>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label="Tone" error={fieldError(error, "tone")}>
          <Select value={tone} onChange={(event) => setTone(event.target.value as Ai["tone"])}>
            <option value="neutral">Plain and polite</option>
            <option value="friendly">Warm</option>
            <option value="formal">Formal</option>
            <option value="brief">As brief as possible</option>
          </Select>
        </Field>
        <Field label="Sentences that no source backs" error={fieldError(error, "unsupported")}>
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
        error={fieldError(error, "linkHosts")}
      >
        <TextArea
          rows={3}
          spellCheck={false}
          className="font-mono text-[13px]"
          value={hosts}
          onChange={(event) => setHosts(event.target.value)}
        />
      </Field>
    </AiForm>
  );
});
