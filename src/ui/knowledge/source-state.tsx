"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useApi } from "../api";
import type { Outputs } from "../outputs";
import { Button } from "../part/button";
import { Notice } from "../part/notice";
import { toast } from "../part/toast";
import { useMay } from "../shell/role";
import { SourceBadge } from "./source-badge";

type Source = Outputs["source"]["get"];

/** A source's state and what can be done about it; while it is being read the page follows. */
export function SourceActions({ tenantId, source }: { tenantId: string; source: Source }) {
  const api = useApi();
  const queries = useQueryClient();
  const router = useRouter();
  const may = useMay("admin");
  const underWay = source.status === "waiting" || source.status === "reading";
  const present = useQuery({
    ...api.source.list.queryOptions({ tenantId, kind: source.kind, limit: 500 }),
    enabled: underWay,
    refetchInterval: 1_500,
  });
  const now = present.data?.find(({ id }) => id === source.id);
  const state = underWay && now ? `${now.status} ${now.passages}` : "";
  // What is shown beside was rendered with the page.
  useEffect(() => {
    if (state) router.refresh();
  }, [state, router]);
  const sync = useMutation(
    api.source.sync.mutationOptions({
      onError: (error) => toast.error(error.message),
      onSettled: async () => {
        await queries.invalidateQueries(api.source.pathFilter());
        router.refresh();
      },
    }),
  );
  return (
    <div className="flex items-center gap-3">
      <SourceBadge status={source.status} />
      {may && (source.kind === "site" || source.kind === "page") && (
        <Button disabled={underWay} busy={sync.isPending} onClick={() => sync.mutate({ tenantId, id: source.id })}>
          {!sync.isPending && <RefreshCw className={underWay ? "animate-spin" : ""} aria-hidden />}
          {underWay ? "Reading" : "Read again"}
        </Button>
      )}
    </div>
  );
}

/** What went wrong with a source, and what is worth knowing of it. */
export function SourceNotices({ source }: { source: Source }) {
  if (!source.failure && !source.notice) return null;
  return (
    <div className="mb-5 grid gap-2">
      {source.failure && <Notice tone="bad">{source.failure}</Notice>}
      {source.notice && <Notice tone="warn">{source.notice}</Notice>}
    </div>
  );
}
