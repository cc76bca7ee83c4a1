import type { Metadata } from "next";
import { NarrowFrame } from "@/ui/shell/narrow-frame";
import { CreateTenantForm } from "@/ui/tenant/create-tenant-form";
import { load } from "../../caller";

export const metadata: Metadata = { title: "New tenant" };

export default async function WelcomePage() {
  const tenants = await load((caller) => caller.tenant.list());
  return (
    <NarrowFrame
      wide
      title={tenants.length === 0 ? "Name your tenant" : "New tenant"}
      lead="A tenant holds one set of keys, one list of allowed sites and one body of knowledge."
    >
      <CreateTenantForm />
    </NarrowFrame>
  );
}
