"use client";
import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { CircleCheck, SearchX } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { useApi } from "../api";
import type { Outputs } from "../outputs";
import { Badge } from "../part/badge";
import { Button } from "../part/button";
import { Dialog } from "../part/dialog";
import { Moment } from "../part/moment";
import { Empty } from "../part/section";
import { toast } from "../part/toast";
import { useUrlState } from "../part/url-state";
import { For } from "../shell/role";
import { AnswerForm } from "./answer-form";

type Group = Outputs["unanswered"]["list"][number];

/** Of one page of the list. */
const SHOWN = 50;

/** What visitors asked in vain, the most asked first. */
export function UnansweredList({ tenantId, initial }: { tenantId: string; initial: Group[] }) {
  const api = useApi();
  const [get, set, query] = useUrlState();
  const [first] = useState(query);
  const search = get("q").slice(0, 200);
  const list = useInfiniteQuery(
    api.unanswered.list.infiniteQueryOptions(
      { tenantId, limit: SHOWN, ...(search && { search }) },
      {
        ...(query === first && { initialData: { pages: [initial], pageParams: [null] } }),
        getNextPageParam: (page) => (page.length < SHOWN ? undefined : page.at(-1)?.key),
        placeholderData: keepPreviousData,
      },
    ),
  );
  const groups = list.data?.pages.flat() ?? [];
  const [answering, setAnswering] = useState<Group>();
  if (list.isError) return <p className="p-5 text-bad">{list.error.message}</p>;
  if (groups.length === 0) {
    return search ? (
      <Empty icon={<SearchX />} title="No question is like that">
        <Button className="mt-2" onClick={() => set({ q: "" })}>
          Show all
        </Button>
      </Empty>
    ) : (
      <Empty icon={<CircleCheck />} title="Nothing is left unanswered">
        Questions that no source could answer stand here, those that are asked most often first.
      </Empty>
    );
  }
  return (
    <>
      <ul className="divide-y">
        {groups.map((group) => (
          <GroupRow key={group.key} tenantId={tenantId} group={group} onAnswer={() => setAnswering(group)} />
        ))}
      </ul>
      {list.hasNextPage && (
        <div className="border-t p-3 text-center">
          <Button kind="quiet" busy={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
            Show more
          </Button>
        </div>
      )}
      {answering && (
        <Dialog
          open
          wide
          onOpenChange={() => setAnswering(undefined)}
          title="Answer this"
          description="It becomes a source of its own; whoever asks from now on is answered with it."
        >
          <AnswerForm
            tenantId={tenantId}
            present={{ question: answering.question, answer: "", url: null }}
            settles={answering.key}
            onSaved={() => setAnswering(undefined)}
          />
        </Dialog>
      )}
    </>
  );
}

function GroupRow({ tenantId, group, onAnswer }: { tenantId: string; group: Group; onAnswer: () => void }) {
  const api = useApi();
  const queries = useQueryClient();
  const settle = useMutation(
    api.unanswered.settle.mutationOptions({
      onError: (error) => toast.error(error.message),
      onSettled: () => queries.invalidateQueries(api.unanswered.pathFilter()),
    }),
  );
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-3 px-4 py-4 sm:px-5">
      <div className="min-w-0 flex-1 basis-72">
        <p className="break-words font-medium" dir="auto">
          {group.question}
        </p>
        <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-[13px] text-ink-faint">
          <Badge tone={group.count > 1 ? "warn" : "neutral"}>
            {group.count === 1 ? "Asked once" : `Asked ${group.count} times`}
          </Badge>
          <span>
            last <Moment at={group.lastAskedAt} />
          </span>
          <Link href={`/${tenantId}/conversations/${group.conversationId}`} className="underline underline-offset-2">
            See the conversation
          </Link>
        </p>
        {group.examples.length > 0 && (
          <p className="mt-1.5 break-words text-[13px] text-ink-soft" dir="auto">
            Also: {group.examples.join(" · ")}
          </p>
        )}
      </div>
      <div className="flex gap-2">
        <Button kind="quiet" busy={settle.isPending} onClick={() => settle.mutate({ tenantId, key: group.key })}>
          Dismiss
        </Button>
        <For least="admin">
          <Button onClick={onAnswer}>Answer this</Button>
        </For>
      </div>
    </li>
  );
}
