"use client";
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { SearchX, ShieldCheck } from "lucide-react";
import { useState } from "react";
import { useApi } from "../api";
import type { Outputs } from "../outputs";
import { Button } from "../part/button";
import { ListFilter } from "../part/list-filter";
import { Empty } from "../part/section";
import { useUrlState } from "../part/url-state";
import { ReasonGroup } from "./reason-group";
import { explainRefusal } from "./reasons";

type Refusal = Outputs["refusal"]["list"][number];

interface RefusalListProps {
  tenantId: string;
  initial: Refusal[];
  reasons: Outputs["refusal"]["reasons"];
}

/** Of one page of the list. */
const SHOWN = 100;
const EVERY_MS = 5_000;

/** What was kept out, by reason and then by origin, with what mends it; as it comes. */
export function RefusalList({ tenantId, initial, reasons }: RefusalListProps) {
  const api = useApi();
  const [get, set, query] = useUrlState();
  const [first] = useState(query);
  const search = get("q").slice(0, 200);
  const reason = get("reason");
  const refusals = useInfiniteQuery(
    api.refusal.list.infiniteQueryOptions(
      { tenantId, limit: SHOWN, ...(search && { search }), ...(reason && { reason }) },
      {
        ...(query === first && { initialData: { pages: [initial], pageParams: [null] } }),
        getNextPageParam: (page) => (page.length < SHOWN ? undefined : page.at(-1)),
        placeholderData: keepPreviousData,
        refetchInterval: EVERY_MS,
      },
    ),
  );
  const counts = useQuery({
    ...api.refusal.reasons.queryOptions({ tenantId }),
    initialData: reasons,
    refetchInterval: EVERY_MS,
  });
  if (counts.data.length === 0) {
    return (
      <section className="rounded-lg border bg-panel">
        <Empty icon={<ShieldCheck />} title="Nothing was refused">
          Requests from origins that are not on your list, and tokens that do not verify, are counted here.
        </Empty>
      </section>
    );
  }
  const labels = Object.fromEntries(counts.data.map((row) => [row.reason, toLabel(row.reason)]));
  const totals = new Map(counts.data.map((row) => [row.reason, row]));
  const groups = groupByReason(refusals.data?.pages.flat() ?? []);
  return (
    <div className="grid gap-5">
      <ListFilter
        search={{ name: "q", label: "Filter by origin, reason or detail" }}
        choices={[{ name: "reason", label: "Reason", all: "Any reason", labels }]}
      />
      {refusals.isError && <p className="text-bad">{refusals.error.message}</p>}
      {groups.length === 0 && !refusals.isPending && (
        <section className="rounded-lg border bg-panel">
          <Empty icon={<SearchX />} title="No refusal is like that">
            <Button className="mt-2" onClick={() => set({ q: "", reason: "" })}>
              Show all
            </Button>
          </Empty>
        </section>
      )}
      {groups.map(([of, rows]) => (
        <ReasonGroup key={of} tenantId={tenantId} reason={of} rows={rows} total={totals.get(of)} />
      ))}
      {refusals.hasNextPage && (
        <div className="text-center">
          <Button busy={refusals.isFetchingNextPage} onClick={() => refusals.fetchNextPage()}>
            Show older
          </Button>
        </div>
      )}
    </div>
  );
}

function toLabel(reason: string): string {
  const { title, reported } = explainRefusal(reason);
  return reported ? `${title} (let through)` : title;
}

function groupByReason(rows: Refusal[]): [reason: string, rows: Refusal[]][] {
  const groups = new Map<string, Refusal[]>();
  for (const row of rows) groups.set(row.reason, [...(groups.get(row.reason) ?? []), row]);
  return [...groups];
}
