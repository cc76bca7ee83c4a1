"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";
import { useApi } from "../api";

/** Reads lists and transcripts again whenever something happened in a conversation. Returns whether it is heard live. */
export function useInboxFeed(tenantId: string): boolean {
  const api = useApi();
  const queries = useQueryClient();
  const readAgain = () => {
    void queries.invalidateQueries(api.conversation.list.pathFilter());
    void queries.invalidateQueries(api.conversation.get.pathFilter());
  };
  const feed = useSubscription(
    // Between a page's reading and the connection, at first or after it was lost, nobody heard what happened.
    api.conversation.watch.subscriptionOptions({ tenantId }, { onStarted: readAgain, onData: readAgain }),
  );
  return feed.status === "pending";
}
