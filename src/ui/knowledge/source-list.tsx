"use client";
import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import {
  BookOpen,
  FileText,
  FileType2,
  Globe,
  type LucideIcon,
  MessageCircleQuestion,
  Network,
  RefreshCw,
  Trash2,
} from "lucide-react";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { useState } from "react";
import { useApi } from "../api";
import { usePasswordGate } from "../key/password-gate";
import type { Outputs } from "../outputs";
import { Badge } from "../part/badge";
import { Button } from "../part/button";
import { Confirm } from "../part/confirm";
import { Moment } from "../part/moment";
import { Empty } from "../part/section";
import { toast } from "../part/toast";
import { needsPassword } from "../refusal-of";
import { useMay } from "../shell/role";
import { SourceBadge } from "./source-badge";
import { toSourceFilters } from "./source-filters";
import { SourceProgress } from "./source-progress";

type Source = Outputs["source"]["list"][number];

const icons: Record<Source["kind"], LucideIcon> = {
  site: Network,
  page: Globe,
  file: FileType2,
  text: FileText,
  qa: MessageCircleQuestion,
};

/** Of one page of the list. */
const SHOWN = 100;

/** The sources that the address asks for; while one is being read the list looks again by itself. */
export function SourceList({ tenantId, initial }: { tenantId: string; initial: Source[] }) {
  const api = useApi();
  const params = useSearchParams();
  const filters = toSourceFilters((name) => params.get(name));
  const [first] = useState(params.toString());
  const sources = useInfiniteQuery(
    api.source.list.infiniteQueryOptions(
      { tenantId, ...filters, limit: SHOWN },
      {
        ...(params.toString() === first && { initialData: { pages: [initial], pageParams: [null] } }),
        getNextPageParam: (page) => (page.length < SHOWN ? undefined : page.at(-1)?.id),
        placeholderData: keepPreviousData,
        refetchInterval: ({ state }) => (state.data?.pages.some((page) => page.some(isUnderWay)) ? 1_000 : false),
      },
    ),
  );
  const [leaving, setLeaving] = useState<Source>();
  const rows = sources.data?.pages.flat() ?? [];
  if (rows.length === 0) {
    return Object.keys(filters).length > 0 ? (
      <Empty icon={<BookOpen />} title="No source is like that">
        Take a filter away to see more.
      </Empty>
    ) : (
      <Empty icon={<BookOpen />} title="Nothing to answer from yet">
        Give your site’s address, drop files or paste a text. Until then every answer is an honest “I don’t know”.
      </Empty>
    );
  }
  return (
    <>
      <ul className="divide-y">
        {rows.map((source) => (
          <SourceRow key={source.id} tenantId={tenantId} source={source} onRemove={() => setLeaving(source)} />
        ))}
      </ul>
      {sources.hasNextPage && (
        <div className="border-t p-3 text-center">
          <Button kind="quiet" busy={sources.isFetchingNextPage} onClick={() => sources.fetchNextPage()}>
            Show older
          </Button>
        </div>
      )}
      {leaving && <RemoveSource tenantId={tenantId} source={leaving} onClose={() => setLeaving(undefined)} />}
    </>
  );
}

function isUnderWay({ status }: Source): boolean {
  return status === "waiting" || status === "reading";
}

function SourceRow({ tenantId, source, onRemove }: { tenantId: string; source: Source; onRemove: () => void }) {
  const api = useApi();
  const queries = useQueryClient();
  const sync = useMutation(
    api.source.sync.mutationOptions({
      onError: (error) => toast.error(error.message),
      onSettled: () => queries.invalidateQueries(api.source.pathFilter()),
    }),
  );
  const may = useMay("admin");
  const Icon = icons[source.kind];
  const again = source.kind === "site" || source.kind === "page";
  return (
    <li className="flex items-start gap-3 px-4 py-3.5 sm:px-5">
      <Icon className="mt-0.5 size-4 shrink-0 text-ink-faint max-sm:hidden" aria-hidden />
      <div className="min-w-0 flex-1">
        <Link href={`/${tenantId}/knowledge/${source.id}`} className="break-words font-medium hover:underline">
          {source.title}
        </Link>
        <p className="mt-0.5 text-[13px] text-ink-faint">
          {source.passages} {source.passages === 1 ? "passage" : "passages"} ·{" "}
          {source.readAt && again ? "read" : "added"} <Moment at={(again && source.readAt) || source.createdAt} />
          {source.schedule !== "off" && ` · ${source.schedule === "daily" ? "every day" : "every week"}`}
        </p>
        {source.pages && <SourceProgress pages={source.pages} reading={isUnderWay(source)} />}
        {source.url && source.kind !== "site" && (
          <p className="mt-0.5 truncate text-[13px] text-ink-faint">{source.url}</p>
        )}
        {source.failure && <p className="mt-1 text-[13px] text-bad">{source.failure}</p>}
        {source.notice && <p className="mt-1 text-[13px] text-warn">{source.notice}</p>}
      </div>
      <div className="flex shrink-0 flex-wrap items-center justify-end gap-1.5 max-sm:max-w-20">
        {source.hidden && <Badge>Not cited</Badge>}
        <SourceBadge status={source.status} />
        {may && again && (
          <Button
            kind="quiet"
            size="icon"
            aria-label={`Read ${source.title} again`}
            title="Read again now"
            disabled={isUnderWay(source) || sync.isPending}
            onClick={() => sync.mutate({ tenantId, id: source.id })}
          >
            <RefreshCw className={isUnderWay(source) ? "animate-spin" : ""} aria-hidden />
          </Button>
        )}
        {may && (
          <Button kind="quiet" size="icon" aria-label={`Remove ${source.title}`} onClick={onRemove}>
            <Trash2 aria-hidden />
          </Button>
        )}
      </div>
    </li>
  );
}

function RemoveSource({ tenantId, source, onClose }: { tenantId: string; source: Source; onClose: () => void }) {
  const api = useApi();
  const queries = useQueryClient();
  const gate = usePasswordGate();
  const remove = useMutation(
    api.source.remove.mutationOptions({
      onSuccess: onClose,
      onError: (error, input) =>
        needsPassword(error) ? gate.ask(() => remove.mutate(input)) : toast.error(error.message),
      onSettled: () => queries.invalidateQueries(api.source.list.pathFilter()),
    }),
  );
  if (gate.dialog) return gate.dialog;
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
