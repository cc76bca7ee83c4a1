import type { ReactNode } from "react";
import { ConsoleShell } from "@/ui/shell/console-shell";
import { load, tenantNow, tenantOf } from "../../caller";

interface Props {
  children: ReactNode;
  params: Promise<{ tenant: string }>;
}

export default async function TenantLayout({ children, params }: Props) {
  const tenantId = await tenantOf(params);
  const current = await tenantNow(tenantId);
  const [me, tenants] = await load(async (caller) => [await caller.account.me(), await caller.tenant.list()]);
  return (
    <ConsoleShell tenants={tenants} current={current} email={me?.email ?? ""}>
      {children}
    </ConsoleShell>
  );
}
