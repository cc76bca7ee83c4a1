"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Globe, Trash2 } from "lucide-react";
import { toast } from "sonner";
import { useApi } from "../api";
import type { Outputs } from "../outputs";
import { Badge } from "../part/badge";
import { Button } from "../part/button";
import { Moment } from "../part/moment";
import { Empty } from "../part/section";

interface OriginListProps {
  tenantId: string;
  initial: Outputs["origin"]["list"];
}

export function OriginList({ tenantId, initial }: OriginListProps) {
  const api = useApi();
  const queries = useQueryClient();
  const origins = useQuery({ ...api.origin.list.queryOptions({ tenantId }), initialData: initial });
  const reload = () => queries.invalidateQueries(api.origin.list.queryFilter());
  const add = useMutation(api.origin.add.mutationOptions({ onSettled: reload }));
  const remove = useMutation(
    api.origin.remove.mutationOptions({
      onSuccess: (_, { id }) => {
        const pattern = origins.data.find((origin) => origin.id === id)?.pattern;
        toast(`${pattern ?? "The origin"} is refused from now on`, {
          ...(pattern ? { action: { label: "Undo", onClick: () => add.mutate({ tenantId, pattern }) } } : {}),
        });
      },
      onError: (error) => toast.error(error.message),
      onSettled: reload,
    }),
  );
  if (origins.data.length === 0) {
    return (
      <Empty icon={<Globe />} title="Nobody gets in yet">
        Add the address of the site that shows your widget. Until then every page is refused.
      </Empty>
    );
  }
  return (
    <ul className="divide-y">
      {origins.data.map((origin) => (
        <li key={origin.id} className="flex items-center gap-3 px-4 py-3 sm:px-5">
          <div className="min-w-0 flex-1">
            <p className="break-all font-mono text-[13px]">{origin.pattern}</p>
            <p className="mt-0.5 text-[13px] text-ink-faint">
              Added <Moment at={origin.createdAt} />
              {origin.lastSeenAt && (
                <>
                  {" · last seen "}
                  <Moment at={origin.lastSeenAt} />
                </>
              )}
            </p>
          </div>
          {origin.pattern.includes("*") && <Badge>One label</Badge>}
          {origin.pattern.startsWith("http:") && <Badge tone="warn">Development</Badge>}
          <Button
            kind="quiet"
            size="icon"
            aria-label={`Remove ${origin.pattern}`}
            busy={remove.isPending && remove.variables?.id === origin.id}
            onClick={() => remove.mutate({ tenantId, id: origin.id })}
          >
            <Trash2 aria-hidden />
          </Button>
        </li>
      ))}
    </ul>
  );
}
