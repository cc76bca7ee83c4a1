"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { MessageSquare, SearchX } from "lucide-react";
import Link from "next/link";
import { useRef } from "react";
import { useApi } from "../api";
import { Button } from "../part/button";
import { Empty } from "../part/section";
import { useUrlState } from "../part/url-state";
import { filterNames, toFilter } from "./inbox-filter";
import { InboxRow } from "./inbox-row";
import { InboxSearch } from "./inbox-search";
import { useListKeys } from "./use-list-keys";

interface InboxListProps {
  tenantId: string;
  origins: string[];
  open: string | null;
  live: boolean;
}

/** Conversations that fit what the address says, newest message first; what happens appears by itself. */
export function InboxList({ tenantId, origins, open, live }: InboxListProps) {
  const api = useApi();
  const [get, set, query] = useUrlState();
  const box = useRef<HTMLUListElement>(null);
  const list = useInfiniteQuery(
    api.conversation.list.infiniteQueryOptions(
      { tenantId, ...toFilter(get) },
      { getNextPageParam: ({ next }) => next ?? undefined, refetchInterval: live ? 60_000 : 10_000 },
    ),
  );
  const rows = list.data?.pages.flatMap(({ conversations }) => conversations) ?? [];
  useListKeys(box, open);
  const narrowed = filterNames.some((name) => get(name) !== "");
  return (
    <>
      <InboxSearch origins={origins} live={live} />
      <div className="min-h-0 flex-1 overflow-y-auto">
        {list.isPending && <ListSkeleton />}
        {list.isError && <p className="p-5 text-bad">{list.error.message}</p>}
        {list.isSuccess &&
          rows.length === 0 &&
          (narrowed ? <NothingFits onClear={() => set(cleared)} /> : <NobodyYet tenantId={tenantId} />)}
        <ul ref={box} className="divide-y" aria-label="Conversations">
          {rows.map((row) => (
            <li key={row.id}>
              <InboxRow
                row={row}
                href={`/${tenantId}/conversations/${row.id}${query && `?${query}`}`}
                here={row.id === open}
              />
            </li>
          ))}
        </ul>
        {list.hasNextPage && (
          <div className="border-t p-3 text-center">
            <Button kind="quiet" busy={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
              Show older
            </Button>
          </div>
        )}
      </div>
    </>
  );
}

const cleared = Object.fromEntries(filterNames.map((name) => [name, ""]));

function NothingFits({ onClear }: { onClear: () => void }) {
  return (
    <Empty icon={<SearchX />} title="No conversation fits">
      <Button className="mt-2" onClick={onClear}>
        Clear search and filters
      </Button>
    </Empty>
  );
}

function NobodyYet({ tenantId }: { tenantId: string }) {
  return (
    <Empty icon={<MessageSquare />} title="Nobody has asked yet">
      As soon as a visitor asks something on one of your sites, it stands here with its answer and its evidence.
      <Button asChild className="mt-4">
        <Link href={`/${tenantId}/install`}>Install the widget</Link>
      </Button>
    </Empty>
  );
}

function ListSkeleton() {
  return (
    <div aria-hidden className="divide-y">
      {[60, 80, 45, 70, 55].map((width) => (
        <div key={width} className="grid animate-pulse gap-2 px-4 py-4">
          <div className="h-3.5 rounded-sm bg-raised" style={{ width: `${width}%` }} />
          <div className="h-3 w-2/5 rounded-sm bg-raised" />
        </div>
      ))}
    </div>
  );
}
