"use client";
import { useState } from "react";
import type { Outputs } from "../outputs";
import { Field, Input, Select } from "../part/field";
import { fieldError } from "../refusal-of";
import { type Renewal, renewable } from "../settings/renewable";
import { useAiSettings } from "../settings/use-tenant-settings";
import { AiForm } from "./ai-form";
import { KeyField } from "./key-field";
import { BaseAddress, ModelName } from "./model-fields";
import { TestModel } from "./test-model";

type Ai = Outputs["ai"]["get"];
const FIELDS = ["provider", "model", "baseUrl", "apiKey", "inputPrice", "outputPrice"];
const EXAMPLES: Record<string, string> = {
  openai: "The name of a model, as OpenAI writes it",
  anthropic: "The name of a model, as Anthropic writes it",
  google: "The name of a model, as Google writes it",
  "openai-compatible": "The name of a model, as your server writes it",
};

const toPrice = (text: string) => (text.trim() === "" ? null : Number(text));

/** Which model answers, where it stands, and whether it does. */
export const ModelForm = renewable(({ tenantId, ai, renew }: { tenantId: string; ai: Ai } & Renewal) => {
  const [provider, setProvider] = useState(ai.provider);
  const [model, setModel] = useState(ai.model);
  const [baseUrl, setBaseUrl] = useState(ai.baseUrl ?? "");
  const [apiKey, setApiKey] = useState<string | null>();
  const [inputPrice, setInputPrice] = useState(ai.inputPrice?.toString() ?? "");
  const [outputPrice, setOutputPrice] = useState(ai.outputPrice?.toString() ?? "");
  const stored = {
    provider: ai.provider,
    model: ai.model,
    baseUrl: ai.baseUrl,
    inputPrice: ai.inputPrice,
    outputPrice: ai.outputPrice,
  };
  const settings = useAiSettings(tenantId, stored, {
    renew,
    onSaved: () => setApiKey(undefined),
  });
  const { error } = settings.save;
  const isOwn = provider !== "platform" && provider !== "search";
  const isMoved = provider !== ai.provider || baseUrl !== (ai.baseUrl ?? "");
  return (
    <AiForm
      title="Who answers"
      description="A model puts answers into its own words, from your sources and nothing else. Without one, visitors get the sentences themselves."
      action={<TestModel tenantId={tenantId} />}
      settings={settings}
      fields={FIELDS}
      onSubmit={() => {
        const prices = { inputPrice: toPrice(inputPrice), outputPrice: toPrice(outputPrice) };
        const key = apiKey === undefined || apiKey === "" ? {} : { more: { apiKey } };
        settings.submit({ provider, model, baseUrl: baseUrl.trim() || null, ...prices }, key);
      }}
    >
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <Field label="Provider" error={fieldError(error, "provider")}>
          <Select value={provider} onChange={(event) => setProvider(event.target.value as Ai["provider"])}>
            <option value="platform">
              {ai.platform.model
                ? `This installation’s own (${ai.platform.model})`
                : "This installation’s own (none set up)"}
            </option>
            <option value="openai">OpenAI</option>
            <option value="anthropic">Anthropic</option>
            <option value="google">Google</option>
            <option value="openai-compatible">OpenAI-compatible address</option>
            <option value="search">No model: sentences of your sources</option>
          </Select>
        </Field>
        {isOwn && (
          <ModelName hint={EXAMPLES[provider]} value={model} onChange={setModel} error={fieldError(error, "model")} />
        )}
      </div>
      {isOwn && (
        <>
          <BaseAddress
            provider={provider}
            hint="On the public internet. Leave it empty for the provider’s own."
            value={baseUrl}
            onChange={setBaseUrl}
            error={fieldError(error, "baseUrl")}
          />
          <KeyField
            last4={isMoved ? null : ai.last4}
            isMoved={isMoved && ai.hasKey}
            value={apiKey}
            onChange={setApiKey}
            error={fieldError(error, "apiKey")}
          />
          <div className="grid gap-5 sm:grid-cols-2">
            <Field
              label="Price of input (optional)"
              hint="US dollars per million tokens."
              error={fieldError(error, "inputPrice")}
            >
              <Input inputMode="decimal" value={inputPrice} onChange={(event) => setInputPrice(event.target.value)} />
            </Field>
            <Field
              label="Price of output (optional)"
              hint="US dollars per million tokens."
              error={fieldError(error, "outputPrice")}
            >
              <Input inputMode="decimal" value={outputPrice} onChange={(event) => setOutputPrice(event.target.value)} />
            </Field>
          </div>
        </>
      )}
    </AiForm>
  );
});
