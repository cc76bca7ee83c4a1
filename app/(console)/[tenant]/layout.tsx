import type { ReactNode } from "react";
import { ConsoleShell } from "@/ui/shell/console-shell";
import { load, tenantOf } from "../../caller";

interface Props {
  children: ReactNode;
  params: Promise<{ tenant: string }>;
}

export default async function TenantLayout({ children, params }: Props) {
  const tenantId = await tenantOf(params);
  const [me, tenants, current] = await load(async (caller) => [
    await caller.account.me(),
    await caller.tenant.list(),
    await caller.tenant.get({ tenantId }),
  ]);
  return (
    <ConsoleShell tenants={tenants} current={current} email={me?.email ?? ""}>
      {children}
    </ConsoleShell>
  );
}
