"use client";
import { useState } from "react";
import type { Outputs } from "../outputs";
import { Button } from "../part/button";
import { Field, Input, Select } from "../part/field";
import { Notice } from "../part/notice";
import { Section } from "../part/section";
import { fieldError, formError } from "../refusal-of";
import { type Renewal, renewable } from "../settings/renewable";
import { useAiSettings } from "../settings/use-tenant-settings";
import { EmbeddingState } from "./embedding-state";
import { KeyField } from "./key-field";

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
  const { save, submit, stale, dialog } = useAiSettings(tenantId, stored, {
    renew,
    onSaved: () => setApiKey(undefined),
  });
  const isOwn = provider !== "none" && provider !== "platform";
  const isMoved = provider !== ai.embeddingProvider || baseUrl !== (ai.embeddingBaseUrl ?? "");
  const isChanged = isMoved || model !== ai.embeddingModel;
  const failed = stale ? undefined : formError(save.error, FIELDS);
  return (
    <Section
      title="Search by meaning"
      description="Embeddings find what was asked in other words, or in another language. Search by words works without."
    >
      <form
        noValidate
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          const given = {
            embeddingProvider: provider,
            embeddingModel: model,
            embeddingBaseUrl: baseUrl.trim() || null,
          };
          submit(given, apiKey === undefined || apiKey === "" ? {} : { more: { embeddingApiKey: apiKey } });
        }}
      >
        {stale}
        {failed && <Notice tone="bad">{failed}</Notice>}
        {!isChanged && ai.embedding && <EmbeddingState state={ai.embedding} use={ai.embeddingUse} />}
        <div className="grid gap-5 sm:grid-cols-2">
          <Field label="Provider" error={fieldError(save.error, "embeddingProvider")}>
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
          {isOwn && (
            <Field label="Model" error={fieldError(save.error, "embeddingModel")}>
              <Input
                className="font-mono text-[13px]"
                spellCheck={false}
                value={model}
                onChange={(event) => setModel(event.target.value)}
              />
            </Field>
          )}
        </div>
        {isOwn && (
          <>
            <Field
              label={provider === "openai-compatible" ? "Base address" : "Base address (optional)"}
              error={fieldError(save.error, "embeddingBaseUrl")}
            >
              <Input
                className="font-mono text-[13px]"
                inputMode="url"
                spellCheck={false}
                placeholder="https://models.example.com/v1"
                value={baseUrl}
                onChange={(event) => setBaseUrl(event.target.value)}
              />
            </Field>
            <KeyField
              last4={isMoved ? null : ai.embeddingLast4}
              isMoved={isMoved && ai.hasEmbeddingKey}
              value={apiKey}
              onChange={setApiKey}
              error={fieldError(save.error, "embeddingApiKey")}
            />
          </>
        )}
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
