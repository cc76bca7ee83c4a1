"use client";
import { useMutation } from "@tanstack/react-query";
import { useApi } from "../api";
import { Button } from "../part/button";
import { toast } from "../part/toast";

/** Asks the model that is saved one question, for real. */
export function TestModel({ tenantId }: { tenantId: string }) {
  const api = useApi();
  const test = useMutation(
    api.ai.test.mutationOptions({
      onSuccess: (tested) =>
        tested.ok
          ? toast.success(`${tested.model} answers, in ${(tested.milliseconds / 1000).toFixed(1)} s.`)
          : toast.error(tested.reason),
      onError: (error) => toast.error(error.message),
    }),
  );
  return (
    <Button busy={test.isPending} onClick={() => test.mutate({ tenantId })}>
      Test
    </Button>
  );
}
