"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ShieldCheck } from "lucide-react";
import Link from "next/link";
import { toast } from "sonner";
import { useApi } from "../api";
import type { Outputs } from "../outputs";
import { Badge } from "../part/badge";
import { Button } from "../part/button";
import { Moment } from "../part/moment";
import { Empty } from "../part/section";
import { explainRefusal } from "./reasons";

type Refusal = Outputs["refusal"]["list"][number];

interface RefusalListProps {
  tenantId: string;
  initial: Refusal[];
  /** Patterns that are allowed by now. */
  allowed: string[];
}

/** What was kept out, by reason and origin, with what mends it. */
export function RefusalList({ tenantId, initial, allowed }: RefusalListProps) {
  const api = useApi();
  const refusals = useQuery({
    ...api.refusal.list.queryOptions({ tenantId }),
    initialData: initial,
    refetchInterval: 5_000,
  });
  const origins = useQuery({ ...api.origin.list.queryOptions({ tenantId }), enabled: false });
  const patterns = origins.data?.map(({ pattern }) => pattern) ?? allowed;
  if (refusals.data.length === 0) {
    return (
      <Empty icon={<ShieldCheck />} title="Nothing was refused">
        Requests from origins that are not on your list, and tokens that do not verify, are counted here.
      </Empty>
    );
  }
  return (
    <ul className="divide-y">
      {refusals.data.map((refusal) => (
        <RefusalRow
          key={`${refusal.reason} ${refusal.origin}`}
          tenantId={tenantId}
          refusal={refusal}
          allowed={patterns.includes(refusal.origin)}
        />
      ))}
    </ul>
  );
}

function RefusalRow({ tenantId, refusal, allowed }: { tenantId: string; refusal: Refusal; allowed: boolean }) {
  const { title, cure } = explainRefusal(refusal.reason);
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-3 px-4 py-4 sm:px-5">
      <div className="min-w-0 flex-1 basis-72">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {title}
          <Link
            href={`/docs/errors/${refusal.reason}`}
            className="font-mono font-normal text-ink-faint text-xs hover:underline"
          >
            {refusal.reason}
          </Link>
        </p>
        {refusal.origin && <p className="mt-1 break-all font-mono text-[13px]">{refusal.origin}</p>}
        <p className="mt-1 text-[13px] text-ink-soft">{cure}</p>
        {refusal.detail && <p className="mt-1 break-words text-[13px] text-ink-faint">{refusal.detail}</p>}
      </div>
      <div className="grid justify-items-end gap-1 text-[13px] text-ink-faint">
        <span className="font-medium text-base text-ink">{refusal.count.toLocaleString("en")}×</span>
        <span>
          last <Moment at={refusal.lastSeenAt} />
        </span>
        <span>
          first <Moment at={refusal.firstSeenAt} />
        </span>
      </div>
      {refusal.reason === "origin_not_allowed" && refusal.origin && (
        <div className="basis-full sm:basis-auto">
          {allowed ? (
            <Badge tone="good">Allowed now</Badge>
          ) : (
            <AllowOrigin tenantId={tenantId} origin={refusal.origin} />
          )}
        </div>
      )}
    </li>
  );
}

function AllowOrigin({ tenantId, origin }: { tenantId: string; origin: string }) {
  const api = useApi();
  const queries = useQueryClient();
  const add = useMutation(
    api.origin.add.mutationOptions({
      onSuccess: () => toast(`${origin} is allowed from now on`),
      onError: (error) => toast.error(error.message),
      onSettled: () => queries.fetchQuery(api.origin.list.queryOptions({ tenantId }, { staleTime: 0 })),
    }),
  );
  return (
    <Button size="small" busy={add.isPending} onClick={() => add.mutate({ tenantId, pattern: origin })}>
      Allow this origin
    </Button>
  );
}
