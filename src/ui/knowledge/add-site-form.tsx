"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "../api";
import { Button } from "../part/button";
import { Field, Input, Select } from "../part/field";
import { useAskedFocus } from "../part/use-asked-focus";
import { fieldError, formError } from "../refusal-of";
import { useSubmissions } from "../submission";
import { scheduleLabels, toSchedule } from "./schedule";

const fields = ["url", "mostPages"];

export function AddSiteForm({ tenantId }: { tenantId: string }) {
  const api = useApi();
  const queries = useQueryClient();
  const [url, setUrl] = useState("");
  const field = useAskedFocus("add-source");
  const [mostPages, setMostPages] = useState("500");
  const [schedule, setSchedule] = useState(toSchedule("weekly"));
  const { submission, next } = useSubmissions();
  const add = useMutation(
    api.source.addSite.mutationOptions({
      onSuccess: () => {
        setUrl("");
        next();
        return queries.invalidateQueries(api.source.list.pathFilter());
      },
    }),
  );
  const trouble = formError(add.error, fields);
  return (
    <form
      noValidate
      className="grid gap-4 p-4 sm:p-5"
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate({ tenantId, url, mostPages: Number(mostPages), schedule, submission });
      }}
    >
      <Field
        label="Address of the site"
        hint="Pages below this address are read: those its sitemap names, else those it links to. Its robots.txt is respected."
        error={fieldError(add.error, "url")}
      >
        <Input
          ref={field}
          name="site"
          inputMode="url"
          placeholder="https://www.example.com/help"
          autoComplete="off"
          spellCheck={false}
          value={url}
          onChange={(event) => {
            setUrl(event.target.value);
            add.reset();
          }}
        />
      </Field>
      <div className="grid items-end gap-4 sm:grid-cols-[1fr_1fr_auto]">
        <Field label="Read again" error={undefined}>
          <Select value={schedule} onChange={(event) => setSchedule(toSchedule(event.target.value))}>
            {Object.entries(scheduleLabels).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Pages at most" error={fieldError(add.error, "mostPages")}>
          <Input inputMode="numeric" value={mostPages} onChange={(event) => setMostPages(event.target.value)} />
        </Field>
        <Button type="submit" kind="primary" busy={add.isPending} disabled={!url.trim()}>
          Read site
        </Button>
      </div>
      {trouble && (
        <p role="alert" className="text-[13px] text-bad">
          {trouble}
        </p>
      )}
    </form>
  );
}
