"use client";
import Link from "next/link";
import { useState } from "react";
import { SaveRow } from "../behaviour/save-row";
import type { Outputs } from "../outputs";
import { Choice } from "../part/choice";
import { Field, Input, Select, TextArea } from "../part/field";
import { Section } from "../part/section";
import { fieldError, formError } from "../refusal-of";
import { type Renewal, renewable } from "../settings/renewable";
import { useWidgetSettings } from "../settings/use-tenant-settings";
import { useMay } from "../shell/role";
import { ColorField } from "./color-field";
import { Preview } from "./preview";
import { widgetLanguages } from "./widget-languages";

type Look = Outputs["tenant"]["get"]["widget"];

interface AppearanceProps {
  tenantId: string;
  name: string;
  filesOn: boolean;
  stored: Look;
}

const positions = [
  { value: "bottom-right", label: "Bottom right" },
  { value: "bottom-left", label: "Bottom left" },
];
const themes = [
  { value: "auto", label: "As the visitor’s system" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
];

const fields = ["title", "introText", "suggestedQuestions", "primaryColor", "launcherColor", "locale"].map(
  (name) => `widget.${name}`,
);

/** Settings at the side of what they make. */
export const AppearanceForm = renewable(({ tenantId, name, filesOn, stored, renew }: AppearanceProps & Renewal) => {
  const [look, setLook] = useState<Look>(stored);
  const [questions, setQuestions] = useState(stored.suggestedQuestions.join("\n"));
  const words = look.locale === stored.locale ? undefined : "Saved. Pages speak it when they have the snippet anew.";
  const { save, submit, stale, isChanged } = useWidgetSettings(tenantId, stored, renew, words);
  const list = questions
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  const wanted = { ...look, suggestedQuestions: list };
  const change = (part: Partial<Look>) => setLook({ ...look, ...part });
  const may = useMay("admin");
  const error = (field: string) => fieldError(save.error, `widget.${field}`);
  return (
    <div className="grid gap-5 xl:grid-cols-[minmax(360px,420px)_1fr]">
      <Section title="Settings" description="A page’s own snippet may say otherwise for itself.">
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            submit(wanted);
          }}
        >
          <fieldset disabled={!may} className="grid min-w-0 gap-5">
            {stale}
            <Field label="Title" error={error("title")}>
              <Input maxLength={60} value={look.title} onChange={(event) => change({ title: event.target.value })} />
            </Field>
            <Field label="Greeting" error={error("introText")}>
              <TextArea
                className="min-h-20"
                maxLength={300}
                value={look.introText}
                onChange={(event) => change({ introText: event.target.value })}
              />
            </Field>
            <Field label="Suggested questions" hint="One per line, four at most." error={error("suggestedQuestions")}>
              <TextArea className="min-h-20" value={questions} onChange={(event) => setQuestions(event.target.value)} />
            </Field>
            <div className="grid gap-4 sm:grid-cols-2">
              <ColorField
                label="Colour"
                usual="#1f5f4a"
                value={look.primaryColor}
                onChange={(primaryColor) => change({ primaryColor })}
                error={error("primaryColor")}
              />
              <ColorField
                label="Launcher"
                usual={look.primaryColor ?? "#1f5f4a"}
                value={look.launcherColor}
                onChange={(launcherColor) => change({ launcherColor })}
                error={error("launcherColor")}
              />
              <LabelledChoice
                label="Theme"
                options={themes}
                value={look.theme}
                onChoose={(theme) => change({ theme: theme as Look["theme"] })}
              />
              <LabelledChoice
                label="Position"
                options={positions}
                value={look.position}
                onChoose={(position) => change({ position: position as Look["position"] })}
              />
            </div>
            <Field
              label="Language"
              hint={
                <>
                  Copied{" "}
                  <Link href={`/${tenantId}/install`} className="underline">
                    snippets
                  </Link>{" "}
                  say it; a page that says its own wins.
                </>
              }
              error={error("locale")}
            >
              <Select
                value={look.locale ?? ""}
                onChange={({ target }) => change({ locale: (target.value || null) as Look["locale"] })}
              >
                <option value="">The page’s language</option>
                {widgetLanguages.map(({ value, label }) => (
                  <option key={value} value={value} lang={value}>
                    {label}
                  </option>
                ))}
              </Select>
            </Field>
            <p className="text-[13px] text-ink-faint">Text colours are chosen so that they can be read.</p>
            <SaveRow
              changed={isChanged(wanted)}
              busy={save.isPending}
              error={stale ? undefined : formError(save.error, fields)}
              onUndo={renew}
            />
          </fieldset>
        </form>
      </Section>
      <Preview look={wanted} name={name} filesOn={filesOn} />
    </div>
  );
});

interface LabelledChoiceProps {
  label: string;
  value: string;
  options: { value: string; label: string }[];
  onChoose: (value: string) => void;
}

function LabelledChoice({ label, ...rest }: LabelledChoiceProps) {
  return (
    <div className="grid gap-1.5">
      <span className="font-medium">{label}</span>
      <Choice aria-label={label} {...rest} />
    </div>
  );
}
