"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { useApi } from "../api";
import { Button } from "../part/button";
import { Field, Input } from "../part/field";
import { fieldError, formError } from "../refusal-of";
import { OriginExplanation } from "./origin-explanation";

export function AddOriginForm({ tenantId }: { tenantId: string }) {
  const api = useApi();
  const queries = useQueryClient();
  const [pattern, setPattern] = useState("");
  const typed = useDeferredValue(pattern.trim());
  const explain = useQuery({
    ...api.origin.explain.queryOptions({ pattern: typed }),
    enabled: typed.length > 3,
    placeholderData: (before) => before,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const add = useMutation(
    api.origin.add.mutationOptions({
      onSuccess: () => {
        setPattern("");
        return queries.invalidateQueries(api.origin.list.queryFilter());
      },
    }),
  );
  return (
    <form
      noValidate
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate({ tenantId, pattern });
      }}
    >
      <Field
        label="Add an origin"
        hint="A site’s address without a path. https://*.example.com stands for one label, never for example.com itself."
        error={fieldError(add.error, "pattern") ?? formError(add.error)}
      >
        <div className="flex gap-2">
          <OriginInput
            value={pattern}
            onChange={(value) => {
              setPattern(value);
              add.reset();
            }}
          />
          <Button type="submit" kind="primary" busy={add.isPending} disabled={!pattern.trim()}>
            Add
          </Button>
        </div>
      </Field>
      {typed.length > 3 && explain.data && <OriginExplanation explained={explain.data} />}
    </form>
  );
}

function OriginInput({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  return (
    <Input
      name="pattern"
      className="font-mono text-[13px]"
      placeholder="https://www.example.com"
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
