"use client";
import type { ReactNode } from "react";
import { Button } from "../part/button";
import { Notice } from "../part/notice";
import { Section } from "../part/section";
import { formError } from "../refusal-of";
import type { useAiSettings } from "../settings/use-tenant-settings";

interface AiFormProps {
  title: string;
  description: string;
  action?: ReactNode;
  settings: Pick<ReturnType<typeof useAiSettings>, "save" | "stale" | "dialog">;
  /** Names of those whose errors stand beside them. */
  fields: string[];
  onSubmit: () => void;
  children: ReactNode;
}

/** Some settings of who answers, saved by their own button. */
export function AiForm({ title, description, action, settings, fields, onSubmit, children }: AiFormProps) {
  const { save, stale, dialog } = settings;
  const failed = stale ? undefined : formError(save.error, fields);
  return (
    <Section title={title} description={description} action={action}>
      <form
        noValidate
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        {stale}
        {failed && <Notice tone="bad">{failed}</Notice>}
        {children}
        <div className="flex justify-end">
          <Button type="submit" kind="primary" busy={save.isPending}>
            Save
          </Button>
        </div>
      </form>
      {dialog}
    </Section>
  );
}
