"use client";
import { useState } from "react";
import { useApi } from "../api";
import type { Outputs } from "../outputs";
import { Field, Input, TextArea } from "../part/field";
import { Notice } from "../part/notice";
import { RadioCards } from "../part/radio-cards";
import { Section } from "../part/section";
import { Toggle } from "../part/toggle";
import { fieldError, formError } from "../refusal-of";
import { type Renewal, renewable } from "../settings/renewable";
import { useSettings } from "../settings/use-settings";
import { SaveRow } from "./save-row";

const providers = [
  { value: "none", label: "None", note: "Messages do not leave this installation to be checked." },
  { value: "openai", label: "OpenAI or compatible", note: "Each message is shown to it first; it has 1.5 seconds." },
] as const;
const failures = [
  { value: "open", label: "Let through", note: "A message that could not be checked is answered." },
  { value: "closed", label: "Hold back", note: "The visitor is asked to try again in a moment." },
] as const;

interface ModerationProps {
  tenantId: string;
  moderation: Outputs["tenant"]["moderation"];
}

/** What visitors' messages are checked for, and by whom. */
export const ModerationSettings = renewable(({ tenantId, moderation, renew }: ModerationProps & Renewal) => {
  const api = useApi();
  const { words, hasKey, ...rest } = moderation;
  const stored = { ...rest, words: words.join("\n"), apiKey: "" };
  const [wanted, setWanted] = useState(stored);
  const { save, submit, stale, isChanged } = useSettings(
    { ...rest, words },
    api.tenant.updateModeration.mutationOptions(),
    {
      renew,
      toInput: (change, seen) => ({ tenantId, ...change, seen }),
      onSaved: () => setWanted((present) => ({ ...present, apiKey: "" })),
    },
  );
  const { apiKey, words: lines, ...settings } = wanted;
  const list = lines
    .split("\n")
    .map((word) => word.trim())
    .filter(Boolean);
  const change = (part: Partial<typeof stored>) => setWanted({ ...wanted, ...part });
  const failed = stale ? undefined : formError(save.error, ["words", "url", "model", "apiKey"]);
  return (
    <Section
      title="Moderation"
      description="A message that is flagged gets a polite no instead of an answer, and stands flagged under Conversations."
    >
      <form
        noValidate
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          submit({ ...settings, words: list }, apiKey ? { more: { apiKey } } : {});
        }}
      >
        {stale}
        {failed && <Notice tone="bad">{failed}</Notice>}
        <Toggle
          label="Built-in list"
          description="Abusive English words, also when they are spelled with tricks."
          checked={wanted.local}
          onChange={(local) => change({ local })}
        />
        <Field
          label="Your words"
          hint="One per line; each matches as a whole word, in any case."
          error={fieldError(save.error, "words")}
        >
          <TextArea
            spellCheck={false}
            value={wanted.words}
            onChange={(event) => change({ words: event.target.value })}
          />
        </Field>
        <RadioCards
          legend="Provider"
          options={[...providers]}
          value={wanted.provider}
          onChoose={(provider) => change({ provider })}
        />
        {wanted.provider !== "none" && (
          <>
            <div className="grid gap-4 sm:grid-cols-2">
              <Field label="Address" error={fieldError(save.error, "url")}>
                <Input type="url" value={wanted.url} onChange={(event) => change({ url: event.target.value })} />
              </Field>
              <Field label="Model" error={fieldError(save.error, "model")}>
                <Input value={wanted.model} onChange={(event) => change({ model: event.target.value })} />
              </Field>
              <Field
                label="Key"
                hint={
                  hasKey
                    ? "A key is stored, sealed. Enter another to replace it."
                    : "Sealed as it is stored, and never shown again."
                }
                error={fieldError(save.error, "apiKey")}
              >
                <Input
                  type="password"
                  autoComplete="off"
                  value={wanted.apiKey}
                  onChange={(event) => change({ apiKey: event.target.value })}
                />
              </Field>
            </div>
            <RadioCards
              legend="While it does not answer"
              options={[...failures]}
              value={wanted.onFailure}
              onChoose={(onFailure) => change({ onFailure })}
            />
          </>
        )}
        <SaveRow
          changed={apiKey !== "" || isChanged({ ...settings, words: list })}
          busy={save.isPending}
          onUndo={renew}
        />
      </form>
    </Section>
  );
});
