"use client";
import { useState } from "react";
import type { Outputs } from "../outputs";
import { Field, Select } from "../part/field";
import { fieldError } from "../refusal-of";
import { type Renewal, renewable } from "../settings/renewable";
import { useAiSettings } from "../settings/use-tenant-settings";
import { AiForm } from "./ai-form";
import { EmbeddingState } from "./embedding-state";
import { KeyField } from "./key-field";
import { BaseAddress, ModelName } from "./model-fields";

type Ai = Outputs["ai"]["get"];
const FIELDS = ["embeddingProvider", "embeddingModel", "embeddingBaseUrl", "embeddingApiKey"];

/** Which model finds sources by their meaning, beside their words. */
export const EmbeddingForm = renewable(({ tenantId, ai, renew }: { tenantId: string; ai: Ai } & Renewal) => {
  const [provider, setProvider] = useState(ai.embeddingProvider);
  const [model, setModel] = useState(ai.embeddingModel);
  const [baseUrl, setBaseUrl] = useState(ai.embeddingBaseUrl ?? "");
  const [apiKey, setApiKey] = useState<string | null>();
  const stored = {
    embeddingProvider: ai.embeddingProvider,
    embeddingModel: ai.embeddingModel,
    embeddingBaseUrl: ai.embeddingBaseUrl,
  };
  const settings = useAiSettings(tenantId, stored, {
    renew,
    onSaved: () => setApiKey(undefined),
  });
  const { error } = settings.save;
  const isOwn = provider !== "none" && provider !== "platform";
  const isMoved = provider !== ai.embeddingProvider || baseUrl !== (ai.embeddingBaseUrl ?? "");
  const isChanged = isMoved || model !== ai.embeddingModel;
  return (
    <AiForm
      title="Search by meaning"
      description="Embeddings find what was asked in other words, or in another language. Search by words works without."
      settings={settings}
      fields={FIELDS}
      onSubmit={() =>
        settings.submit(
          { embeddingProvider: provider, embeddingModel: model, embeddingBaseUrl: baseUrl.trim() || null },
          apiKey === undefined || apiKey === "" ? {} : { more: { embeddingApiKey: apiKey } },
        )
      }
    >
      {!isChanged && ai.embedding && <EmbeddingState state={ai.embedding} use={ai.embeddingUse} />}
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label="Provider" error={fieldError(error, "embeddingProvider")}>
          <Select value={provider} onChange={(event) => setProvider(event.target.value as Ai["embeddingProvider"])}>
            <option value="none">None: search by words</option>
            {ai.platform.embeddingModel && (
              <option value="platform">{`This installation’s own (${ai.platform.embeddingModel})`}</option>
            )}
            <option value="openai">OpenAI</option>
            <option value="google">Google</option>
            <option value="openai-compatible">OpenAI-compatible address</option>
          </Select>
        </Field>
        {isOwn && <ModelName value={model} onChange={setModel} error={fieldError(error, "embeddingModel")} />}
      </div>
      {isOwn && (
        <>
          <BaseAddress
            provider={provider}
            value={baseUrl}
            onChange={setBaseUrl}
            error={fieldError(error, "embeddingBaseUrl")}
          />
          <KeyField
            last4={isMoved ? null : ai.embeddingLast4}
            isMoved={isMoved && ai.hasEmbeddingKey}
            value={apiKey}
            onChange={setApiKey}
            error={fieldError(error, "embeddingApiKey")}
          />
        </>
      )}
    </AiForm>
  );
});
