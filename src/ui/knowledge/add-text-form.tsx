"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { useApi } from "../api";
import { Button } from "../part/button";
import { Field, Input, TextArea } from "../part/field";
import { toast } from "../part/toast";
import { fieldError, formError } from "../refusal-of";
import { useSubmissions } from "../submission";

const fields = ["title", "text", "url"];

export function AddTextForm({ tenantId }: { tenantId: string }) {
  const api = useApi();
  const queries = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const { submission, next } = useSubmissions();
  const add = useMutation(
    api.source.addText.mutationOptions({
      onSuccess: (_, { title }) => {
        form.current?.reset();
        next();
        toast(`“${title}” is ready to be asked about`);
        return queries.invalidateQueries(api.source.list.pathFilter());
      },
    }),
  );
  const trouble = formError(add.error, fields);
  return (
    <form
      ref={form}
      noValidate
      className="grid gap-4 p-4 sm:p-5"
      onSubmit={(event) => {
        event.preventDefault();
        const given = new FormData(event.currentTarget);
        const text = (name: string) => String(given.get(name) ?? "");
        const url = text("url").trim();
        add.mutate({ tenantId, title: text("title"), text: text("text"), submission, ...(url ? { url } : {}) });
      }}
    >
      <Field label="Title" error={fieldError(add.error, "title")}>
        <Input name="title" placeholder="Returns and refunds" autoComplete="off" />
      </Field>
      <Field
        label="Text"
        hint="Plain text or markdown. Headings help: text is cut along them, and answers lead to them."
        error={fieldError(add.error, "text")}
      >
        <TextArea name="text" rows={9} className="font-mono text-[13px] leading-6" />
      </Field>
      <Field
        label="Where visitors can read it (optional)"
        hint="Citations link here."
        error={fieldError(add.error, "url")}
      >
        <Input name="url" inputMode="url" placeholder="https://www.example.com/help/returns" autoComplete="off" />
      </Field>
      {trouble && (
        <p role="alert" className="text-[13px] text-bad">
          {trouble}
        </p>
      )}
      <div className="flex justify-end">
        <Button type="submit" kind="primary" busy={add.isPending}>
          Add text
        </Button>
      </div>
    </form>
  );
}
