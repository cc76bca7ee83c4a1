"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ChevronDown } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { useApi } from "../api";
import { Button } from "../part/button";
import { classNames } from "../part/class-names";
import { Field, Input } from "../part/field";
import { useAskedFocus } from "../part/use-asked-focus";
import { fieldError, formError } from "../refusal-of";
import { newSubmission } from "../submission";
import { OriginExplanation } from "./origin-explanation";
import { OriginLifetime, toIso } from "./origin-lifetime";

const empty = { pattern: "", group: "", until: "" };

export function AddOriginForm({ tenantId, groups }: { tenantId: string; groups: string[] }) {
  const api = useApi();
  const queries = useQueryClient();
  const [form, setForm] = useState(empty);
  const [submission, setSubmission] = useState(newSubmission);
  const [more, setMore] = useState(false);
  const field = useAskedFocus("add-origin");
  const typed = useDeferredValue(form.pattern.trim());
  const explain = useQuery({
    ...api.origin.explain.queryOptions({ pattern: typed }),
    enabled: typed.length > 3,
    placeholderData: (before) => before,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const add = useMutation(
    api.origin.add.mutationOptions({
      onSuccess: () => {
        setForm(empty);
        setMore(false);
        return queries.invalidateQueries(api.origin.list.queryFilter());
      },
    }),
  );
  const change = (part: Partial<typeof empty>) => {
    setForm((before) => ({ ...before, ...part }));
    // Another text is another press.
    setSubmission(newSubmission());
    add.reset();
  };
  return (
    <form
      noValidate
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        const { pattern, group, until } = form;
        add.mutate({ tenantId, pattern, group: group.trim() || null, expiresAt: toIso(until), submission });
      }}
    >
      <Field
        label="Add an origin"
        hint="A site’s address without a path. https://*.example.com stands for one label, never for example.com itself."
        error={fieldError(add.error, "pattern") ?? formError(add.error, ["group", "expiresAt"])}
      >
        <div className="flex gap-2">
          <Input
            ref={field}
            name="pattern"
            className="font-mono text-[13px]"
            placeholder="https://www.example.com"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            value={form.pattern}
            onChange={(event) => change({ pattern: event.target.value })}
          />
          <Button type="submit" kind="primary" busy={add.isPending} disabled={!form.pattern.trim()}>
            Add
          </Button>
        </div>
      </Field>
      {typed.length > 3 && explain.data && <OriginExplanation explained={explain.data} />}
      <Button kind="quiet" size="small" className="-ml-2.5 w-fit" aria-expanded={more} onClick={() => setMore(!more)}>
        <ChevronDown className={classNames("transition-transform", more && "rotate-180")} aria-hidden />
        Group and expiry
      </Button>
      {more && (
        <OriginLifetime
          {...{ groups, group: form.group, until: form.until }}
          onGroup={(group) => change({ group })}
          onUntil={(until) => change({ until })}
          groupError={fieldError(add.error, "group")}
          untilError={fieldError(add.error, "expiresAt")}
        />
      )}
    </form>
  );
}
