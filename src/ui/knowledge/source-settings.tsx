"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useApi } from "../api";
import type { Outputs } from "../outputs";
import { Field, Select } from "../part/field";
import { toast } from "../part/toast";
import { Toggle } from "../part/toggle";
import { LanguageField } from "./language-field";
import { scheduleLabels, toSchedule } from "./schedule";

type Source = Outputs["source"]["get"];

type Change = { hidden?: boolean; language?: string | null; schedule?: Source["schedule"] };

// Of what is changed, what the page showed.
const toSeen = (source: Source, what: Change): Change =>
  Object.fromEntries(Object.keys(what).map((name) => [name, source[name as keyof Change]]));

/** How a source is used, and when it is read again. */
export function SourceSettings({ tenantId, source }: { tenantId: string; source: Source }) {
  const api = useApi();
  const queries = useQueryClient();
  const router = useRouter();
  const update = useMutation(
    api.source.update.mutationOptions({
      onError: (error) => toast.error(error.message),
      onSettled: async () => {
        await queries.invalidateQueries(api.source.pathFilter());
        router.refresh();
      },
    }),
  );
  const change = (what: Change, onError?: () => void) =>
    update.mutate({ tenantId, id: source.id, ...what, seen: toSeen(source, what) }, onError ? { onError } : {});
  // What was pressed is shown at once, and until the page has been read anew.
  const [hidden, setHidden] = useState(source.hidden);
  const hide = (wanted: boolean) => {
    setHidden(wanted);
    change({ hidden: wanted }, () => setHidden(!wanted));
  };
  return (
    <div className="grid gap-5">
      <div className="grid gap-4 sm:grid-cols-2">
        {(source.kind === "site" || source.kind === "page") && (
          <Field label="Read again" hint="What did not change keeps its passages.">
            <Select
              value={source.schedule}
              disabled={update.isPending}
              onChange={(event) => change({ schedule: toSchedule(event.target.value) })}
            >
              {Object.entries(scheduleLabels).map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <LanguageField
          value={source.language}
          disabled={update.isPending}
          onChoose={(language) => change({ language })}
        />
      </div>
      <Toggle
        checked={hidden}
        onChange={hide}
        label="Hide from citations"
        description="Answers may be made of it, but visitors see neither its name nor its address."
      />
    </div>
  );
}
