"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Globe, SearchX } from "lucide-react";
import { useState } from "react";
import { useApi } from "../api";
import type { Outputs } from "../outputs";
import { Button } from "../part/button";
import { hasCharacters, ListFilter } from "../part/list-filter";
import { Empty } from "../part/section";
import { toast } from "../part/toast";
import { useUrlState } from "../part/url-state";
import { newSubmission } from "../submission";
import { EditOriginDialog } from "./edit-origin-dialog";
import { OriginRow } from "./origin-row";

type Origin = Outputs["origin"]["list"][number];

/** So few need no filter. */
const FEW = 3;
const states = { live: "Live", unseen: "Not seen yet", expired: "Expired" };

function fits({ pattern, group, expired, lastSeenAt }: Origin, wanted: { q: string; group: string; state: string }) {
  const state = expired ? "expired" : lastSeenAt ? "live" : "unseen";
  return (
    hasCharacters(wanted.q, pattern, group) &&
    (wanted.group === "" || wanted.group === group) &&
    (wanted.state === "" || wanted.state === state)
  );
}

interface OriginListProps {
  tenantId: string;
  initial: Origin[];
}

export function OriginList({ tenantId, initial }: OriginListProps) {
  const api = useApi();
  const queries = useQueryClient();
  const [editing, setEditing] = useState<Origin>();
  const origins = useQuery({
    ...api.origin.list.queryOptions({ tenantId }),
    initialData: initial,
    refetchInterval: 10_000,
  });
  const reload = () => queries.invalidateQueries(api.origin.list.queryFilter());
  const add = useMutation(api.origin.add.mutationOptions({ onSettled: reload }));
  const remove = useMutation(
    api.origin.remove.mutationOptions({
      onError: (error) => {
        // Whoever was quicker did the same.
        if (error.data?.facts.code !== "not_found") toast.error(error.message);
      },
      onSettled: reload,
    }),
  );
  const removeWithUndo = ({ id, pattern, group, expiresAt }: Origin) => {
    const undo = () => {
      add.mutate({ tenantId, pattern, group, expiresAt: expiresAt?.toISOString(), submission: newSubmission() });
    };
    const onSuccess = () => toast(`${pattern} is refused from now on`, { action: { label: "Undo", onClick: undo } });
    remove.mutate({ tenantId, id }, { onSuccess });
  };
  const [get, set] = useUrlState();
  const wanted = { q: get("q"), group: get("group"), state: get("state") };
  const rows = origins.data.filter((origin) => fits(origin, wanted));
  const groups = [...new Set(origins.data.flatMap(({ group }) => group ?? []))].sort();
  if (origins.data.length === 0) {
    return (
      <Empty icon={<Globe />} title="Nobody gets in yet">
        Add the address of the site that shows your widget. Until then every page is refused.
      </Empty>
    );
  }
  return (
    <>
      {(origins.data.length > FEW || rows.length < origins.data.length) && (
        <div className="border-b p-3 sm:px-5">
          <ListFilter
            search={{ name: "q", label: "Search origins" }}
            choices={[
              { name: "state", label: "State", all: "Any state", labels: states },
              ...(groups.length > 0
                ? [
                    {
                      name: "group",
                      label: "Group",
                      all: "Any group",
                      labels: Object.fromEntries(groups.map((one) => [one, one])),
                    },
                  ]
                : []),
            ]}
          />
        </div>
      )}
      {rows.length === 0 && (
        <Empty icon={<SearchX />} title="No origin is like that">
          <Button className="mt-2" onClick={() => set({ q: "", group: "", state: "" })}>
            Show all
          </Button>
        </Empty>
      )}
      <ul className="divide-y">
        {rows.map((origin) => (
          <OriginRow
            key={origin.id}
            origin={origin}
            removing={remove.isPending && remove.variables?.id === origin.id}
            onEdit={() => setEditing(origin)}
            onRemove={() => removeWithUndo(origin)}
          />
        ))}
      </ul>
      {editing && (
        <EditOriginDialog
          tenantId={tenantId}
          seen={editing}
          present={origins.data.find(({ id }) => id === editing.id)}
          groups={groups}
          onClose={() => setEditing(undefined)}
        />
      )}
    </>
  );
}
