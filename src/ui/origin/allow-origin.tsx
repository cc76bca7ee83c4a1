"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useApi } from "../api";
import { Button } from "../part/button";
import { toast } from "../part/toast";
import { useMay } from "../shell/role";
import { useSubmission } from "../submission";

/** Lets an origin in with one press. */
export function AllowOrigin({ tenantId, pattern }: { tenantId: string; pattern: string }) {
  const api = useApi();
  const queries = useQueryClient();
  const submission = useSubmission();
  const may = useMay("admin");
  const add = useMutation(
    api.origin.add.mutationOptions({
      onSuccess: () => toast(`${pattern} is allowed from now on`),
      onError: (error) => toast.error(error.message),
      onSettled: () =>
        Promise.all([
          queries.invalidateQueries(api.origin.list.queryFilter()),
          queries.invalidateQueries(api.refusal.pathFilter()),
        ]),
    }),
  );
  if (!may) return null;
  return (
    <Button size="small" busy={add.isPending} onClick={() => add.mutate({ tenantId, pattern, submission })}>
      Allow this origin
    </Button>
  );
}
