"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useApi } from "../api";
import { toast } from "../part/toast";

/** What the team does to a conversation; closing can be taken back. */
export function useHandling(tenantId: string, conversationId: string) {
  const api = useApi();
  const queries = useQueryClient();
  const common = {
    onError: (error: { message: string }) => {
      toast.error(error.message);
    },
    onSettled: async () => {
      await queries.invalidateQueries(api.conversation.get.pathFilter());
      await queries.invalidateQueries(api.conversation.list.pathFilter());
    },
  };
  const takeOver = useMutation(api.conversation.takeOver.mutationOptions(common));
  const returnToAi = useMutation(api.conversation.returnToAi.mutationOptions(common));
  const reopen = useMutation(api.conversation.reopen.mutationOptions(common));
  const close = useMutation(api.conversation.close.mutationOptions(common));
  const closeFrom = (to: "ai" | "waiting" | "person") =>
    close.mutate(
      { tenantId, conversationId },
      {
        onSuccess: () =>
          toast("The conversation is closed", {
            action: { label: "Undo", onClick: () => reopen.mutate({ tenantId, conversationId, to }) },
          }),
      },
    );
  return { takeOver, returnToAi, reopen, close, closeFrom };
}
