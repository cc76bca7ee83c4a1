"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useLayoutEffect, useRef } from "react";
import { useApi } from "../api";
import type { Outputs } from "../outputs";
import { Button } from "../part/button";
import { Composer } from "./composer";
import { Message } from "./message";
import { TranscriptHead } from "./transcript-head";
import { VisitorFacts } from "./visitor-facts";

interface TranscriptProps {
  tenantId: string;
  role: string;
  initial: Outputs["conversation"]["get"];
}

/** A conversation as it goes on, with what the team can do in it. */
export function Transcript({ tenantId, role, initial }: TranscriptProps) {
  const api = useApi();
  const pages = useInfiniteQuery(
    api.conversation.get.infiniteQueryOptions(
      { tenantId, id: initial.id },
      {
        initialData: { pages: [initial], pageParams: [null] },
        getNextPageParam: ({ earlier }) => earlier ?? undefined,
        refetchInterval: 60_000,
        // What was said between the server's reading and now was told when nobody here listened yet.
        refetchOnMount: "always",
      },
    ),
  );
  const conversation = pages.data.pages[0] ?? initial;
  // The first page has what was said last.
  const messages = pages.data.pages.toReversed().flatMap((page) => page.messages);
  const box = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const last = messages.at(-1)?.id;
  useEffect(() => {
    if (last) end.current?.scrollIntoView({ block: "end" });
  }, [last]);
  // What was being read stays where it is when earlier messages come before it.
  const first = messages[0]?.id;
  const below = useRef(0);
  useLayoutEffect(() => {
    if (box.current && first && below.current > 0) box.current.scrollTop = box.current.scrollHeight - below.current;
    below.current = 0;
  }, [first]);
  const showEarlier = () => {
    if (box.current) below.current = box.current.scrollHeight - box.current.scrollTop;
    void pages.fetchNextPage();
  };
  const mayAct = role !== "viewer";
  return (
    <div className="flex h-full flex-col">
      <TranscriptHead tenantId={tenantId} conversation={conversation} role={role} />
      <div ref={box} className="min-h-0 flex-1 overflow-y-auto">
        <VisitorFacts tenantId={tenantId} conversation={conversation} />
        {pages.hasNextPage && (
          <div className="pb-5 text-center">
            <Button size="small" busy={pages.isFetchingNextPage} onClick={showEarlier}>
              Show earlier messages
            </Button>
          </div>
        )}
        <ol className="mx-auto grid max-w-3xl gap-5 px-4 pb-6 sm:px-6" aria-label="Messages">
          {messages.map((message) => (
            <Message key={message.id} tenantId={tenantId} message={message} />
          ))}
        </ol>
        <div ref={end} />
      </div>
      {mayAct && <Composer tenantId={tenantId} conversation={conversation} />}
    </div>
  );
}
