"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { useApi } from "../api";
import type { Outputs } from "../outputs";
import { Toggle } from "../part/toggle";

export function DevelopmentSwitch({ tenantId, initial }: { tenantId: string; initial: Outputs["tenant"]["get"] }) {
  const api = useApi();
  const queries = useQueryClient();
  const tenant = useQuery({ ...api.tenant.get.queryOptions({ tenantId }), initialData: initial });
  const update = useMutation(
    api.tenant.update.mutationOptions({
      onError: (error) => toast.error(error.message),
      onSettled: () => queries.invalidateQueries(api.tenant.get.queryFilter()),
    }),
  );
  const shown = update.isPending ? update.variables.developmentOrigins : tenant.data.developmentOrigins;
  return (
    <Toggle
      label="Development origins"
      description="Lets http://localhost, 127.0.0.1 and [::1] be used without https, when they are on the list. Turn it off in production."
      checked={shown ?? false}
      onChange={(developmentOrigins) => update.mutate({ tenantId, developmentOrigins })}
    />
  );
}
