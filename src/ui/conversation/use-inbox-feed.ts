"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";
import { useApi } from "../api";

/** Reads lists and transcripts again whenever something happened in a conversation. Returns whether it is heard live. */
export function useInboxFeed(tenantId: string): boolean {
  const api = useApi();
  const queries = useQueryClient();
  const feed = useSubscription(
    api.conversation.watch.subscriptionOptions(
      { tenantId },
      {
        onData: () => {
          void queries.invalidateQueries(api.conversation.list.pathFilter());
          void queries.invalidateQueries(api.conversation.get.pathFilter());
        },
      },
    ),
  );
  return feed.status === "pending";
}
