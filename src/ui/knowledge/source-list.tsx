"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { BookOpen, FileText, Globe, Trash2 } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { toast } from "sonner";
import { useApi } from "../api";
import type { Outputs } from "../outputs";
import { Button } from "../part/button";
import { Confirm } from "../part/confirm";
import { Moment } from "../part/moment";
import { Empty } from "../part/section";
import { SourceBadge } from "./source-badge";

type Source = Outputs["source"]["list"][number];

/** The sources; while one is being read the list looks again by itself. */
export function SourceList({ tenantId, initial }: { tenantId: string; initial: Source[] }) {
  const api = useApi();
  const sources = useQuery({
    ...api.source.list.queryOptions({ tenantId }),
    initialData: initial,
    refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? 1_000 : false),
  });
  const [leaving, setLeaving] = useState<Source>();
  if (sources.data.length === 0) {
    return (
      <Empty icon={<BookOpen />} title="Nothing to answer from yet">
        Give a page’s address or paste a text. Until then every answer is an honest “I don’t know”.
      </Empty>
    );
  }
  return (
    <>
      <ul className="divide-y">
        {sources.data.map((source) => (
          <SourceRow key={source.id} tenantId={tenantId} source={source} onRemove={() => setLeaving(source)} />
        ))}
      </ul>
      {leaving && <RemoveSource tenantId={tenantId} source={leaving} onClose={() => setLeaving(undefined)} />}
    </>
  );
}

function isUnderWay({ status }: Source): boolean {
  return status === "waiting" || status === "reading";
}

function SourceRow({ tenantId, source, onRemove }: { tenantId: string; source: Source; onRemove: () => void }) {
  const Icon = source.kind === "page" ? Globe : FileText;
  return (
    <li className="flex items-start gap-3 px-4 py-3.5 sm:px-5">
      <Icon className="mt-0.5 size-4 shrink-0 text-ink-faint max-sm:hidden" aria-hidden />
      <div className="min-w-0 flex-1">
        <Link href={`/${tenantId}/knowledge/${source.id}`} className="font-medium hover:underline">
          {source.title}
        </Link>
        <p className="mt-0.5 text-[13px] text-ink-faint">
          {source.passages} {source.passages === 1 ? "passage" : "passages"} · added <Moment at={source.createdAt} />
        </p>
        {source.url && <p className="mt-0.5 truncate text-[13px] text-ink-faint">{source.url}</p>}
        {source.failure && <p className="mt-1 text-[13px] text-bad">{source.failure}</p>}
      </div>
      <SourceBadge status={source.status} />
      <Button kind="quiet" size="icon" aria-label={`Remove ${source.title}`} onClick={onRemove}>
        <Trash2 aria-hidden />
      </Button>
    </li>
  );
}

function RemoveSource({ tenantId, source, onClose }: { tenantId: string; source: Source; onClose: () => void }) {
  const api = useApi();
  const queries = useQueryClient();
  const remove = useMutation(
    api.source.remove.mutationOptions({
      onSuccess: onClose,
      onError: (error) => toast.error(error.message),
      onSettled: () => queries.invalidateQueries(api.source.list.queryFilter()),
    }),
  );
  return (
    <Confirm
      title={`Remove “${source.title}”?`}
      action="Remove source"
      busy={remove.isPending}
      onConfirm={() => remove.mutate({ tenantId, id: source.id })}
      onClose={onClose}
    >
      Its {source.passages} {source.passages === 1 ? "passage goes" : "passages go"} with it, and no answer uses it from
      now on. Answers given already keep their quotes.
    </Confirm>
  );
}
