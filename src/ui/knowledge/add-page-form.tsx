"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "../api";
import { Button } from "../part/button";
import { Field, Input } from "../part/field";
import { fieldError, formError } from "../refusal-of";
import { useSubmissions } from "../submission";

export function AddPageForm({ tenantId }: { tenantId: string }) {
  const api = useApi();
  const queries = useQueryClient();
  const [url, setUrl] = useState("");
  const { submission, next } = useSubmissions();
  const add = useMutation(
    api.source.addPage.mutationOptions({
      onSuccess: () => {
        setUrl("");
        next();
        return queries.invalidateQueries(api.source.list.pathFilter());
      },
    }),
  );
  return (
    <form
      noValidate
      className="p-4 sm:p-5"
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate({ tenantId, url, submission });
      }}
    >
      <Field
        label="Address of the page"
        hint="A public page of HTML, markdown or plain text. Its main content is read; menus and hidden text are left out."
        error={fieldError(add.error, "url") ?? formError(add.error)}
      >
        <div className="flex gap-2">
          <Input
            name="url"
            inputMode="url"
            placeholder="https://www.example.com/help/returns"
            autoComplete="off"
            spellCheck={false}
            value={url}
            onChange={(event) => {
              setUrl(event.target.value);
              add.reset();
            }}
          />
          <Button type="submit" kind="primary" busy={add.isPending} disabled={!url.trim()}>
            Read page
          </Button>
        </div>
      </Field>
    </form>
  );
}
