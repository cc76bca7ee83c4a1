"use client";
import { useQuery } from "@tanstack/react-query";
import { useApi } from "../api";
import type { Outputs } from "../outputs";
import { Section } from "../part/section";
import { Toggle } from "../part/toggle";
import { formError } from "../refusal-of";
import { type Renewal, renewable } from "../settings/renewable";
import { useAiSettings } from "../settings/use-tenant-settings";
import { BehaviourForm } from "./behaviour-form";
import { EmbeddingForm } from "./embedding-form";
import { ModelForm } from "./model-form";
import { UsageTable } from "./usage-table";

/** All of the AI page. */
export function AiSettings({ tenantId, initial }: { tenantId: string; initial: Outputs["ai"]["get"] }) {
  const api = useApi();
  const { data: ai } = useQuery({ ...api.ai.get.queryOptions({ tenantId }), initialData: initial });
  return (
    <div className="grid gap-5">
      <ModelForm tenantId={tenantId} ai={ai} />
      <SearchOnly tenantId={tenantId} searchOnly={ai.searchOnly} />
      <BehaviourForm tenantId={tenantId} ai={ai} />
      <EmbeddingForm tenantId={tenantId} ai={ai} />
      <UsageTable usage={ai.usage} />
    </div>
  );
}

const SearchOnly = renewable(({ tenantId, searchOnly, renew }: { tenantId: string; searchOnly: boolean } & Renewal) => {
  const { save, submit, stale } = useAiSettings(tenantId, { searchOnly }, { renew });
  const shown = save.isPending ? save.variables.searchOnly : searchOnly;
  const failed = stale ? undefined : formError(save.error);
  return (
    <Section title="Without a model">
      {stale}
      <Toggle
        label="Answer with sentences of your sources only"
        description="Nothing is sent to a model while this is on; its settings stay. It also happens by itself whenever a model does not answer in time."
        checked={shown ?? false}
        onChange={(searchOnly) => submit({ searchOnly })}
      />
      {failed && (
        <p role="alert" className="mt-3 text-[13px] text-bad">
          {failed}
        </p>
      )}
    </Section>
  );
});
