"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { MessageSquare } from "lucide-react";
import Link from "next/link";
import { useApi } from "../api";
import type { Outputs } from "../outputs";
import { Badge } from "../part/badge";
import { Button } from "../part/button";
import { Moment } from "../part/moment";
import { Empty } from "../part/section";

type Page = Outputs["conversation"]["list"];

/** Conversations, newest message first; new ones appear by themselves. */
export function ConversationList({ tenantId, initial }: { tenantId: string; initial: Page }) {
  const api = useApi();
  const list = useInfiniteQuery(
    api.conversation.list.infiniteQueryOptions(
      { tenantId },
      {
        getNextPageParam: ({ next }) => next ?? undefined,
        initialData: { pages: [initial], pageParams: [null] },
        refetchInterval: 10_000,
      },
    ),
  );
  const rows = list.data.pages.flatMap(({ conversations }) => conversations);
  if (rows.length === 0) {
    return (
      <Empty icon={<MessageSquare />} title="Nobody has asked yet">
        As soon as a visitor asks something on one of your sites, it stands here with its answer and its evidence.
        <Button asChild className="mt-4">
          <Link href={`/${tenantId}/install`}>Install the widget</Link>
        </Button>
      </Empty>
    );
  }
  return (
    <>
      <ul className="divide-y">
        {rows.map((row) => (
          <li key={row.id}>
            <ConversationRow tenantId={tenantId} row={row} />
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
    </>
  );
}

function ConversationRow({ tenantId, row }: { tenantId: string; row: Page["conversations"][number] }) {
  return (
    <Link
      href={`/${tenantId}/conversations/${row.id}`}
      className="flex items-start gap-3 px-4 py-3.5 transition-colors hover:bg-raised/60 sm:px-5"
    >
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium" dir="auto">
          {row.question}
        </p>
        <p className="mt-0.5 truncate text-[13px] text-ink-faint">
          {row.email ?? row.userId ?? "Anonymous visitor"} · {row.origin.replace(/^https?:\/\//, "")} · {row.messages}{" "}
          {row.messages === 1 ? "message" : "messages"}
        </p>
      </div>
      <div className="grid shrink-0 justify-items-end gap-1 text-[13px] text-ink-faint">
        <Moment at={row.lastMessageAt} />
        {!row.answered && <Badge tone="warn">No evidence</Badge>}
      </div>
    </Link>
  );
}
