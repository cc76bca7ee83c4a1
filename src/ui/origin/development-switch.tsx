"use client";
import { useQuery } from "@tanstack/react-query";
import { useApi } from "../api";
import type { Outputs } from "../outputs";
import { Toggle } from "../part/toggle";
import { formError } from "../refusal-of";
import { type Renewal, renewable } from "../settings/renewable";
import { useTenantSettings } from "../settings/use-tenant-settings";
import { useMay } from "../shell/role";

interface DevelopmentSwitchProps {
  tenantId: string;
  initial: Outputs["tenant"]["get"];
}

export const DevelopmentSwitch = renewable(({ tenantId, initial, renew }: DevelopmentSwitchProps & Renewal) => {
  const api = useApi();
  const may = useMay("admin");
  const tenant = useQuery({ ...api.tenant.get.queryOptions({ tenantId }), initialData: initial });
  const { developmentOrigins } = tenant.data;
  const { save, submit, stale } = useTenantSettings(tenantId, { developmentOrigins }, renew);
  const shown = save.isPending ? save.variables.developmentOrigins : developmentOrigins;
  const failed = stale ? undefined : formError(save.error);
  return (
    <>
      {stale}
      <Toggle
        label="Development origins"
        description="Lets http://localhost, 127.0.0.1 and [::1] be used without https, when they are on the list. Turn it off in production."
        checked={shown ?? false}
        disabled={!may}
        onChange={(developmentOrigins) => submit({ developmentOrigins })}
      />
      {failed && (
        <p role="alert" className="mt-3 text-[13px] text-bad">
          {failed}
        </p>
      )}
    </>
  );
});
