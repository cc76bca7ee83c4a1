import type { Metadata } from "next";
import { AppearanceForm } from "@/ui/appearance/appearance-form";
import { PageTitle } from "@/ui/part/section";
import { ReadOnlyNotice } from "@/ui/shell/role";
import { load, tenantOf } from "../../../caller";

export const metadata: Metadata = { title: "Appearance" };

export default async function AppearancePage({ params }: { params: Promise<{ tenant: string }> }) {
  const tenantId = await tenantOf(params);
  const tenant = await load((caller) => caller.tenant.get({ tenantId }));
  return (
    <div data-wide>
      <PageTitle
        title="Appearance"
        lead="How the widget looks and what it says before anybody asks. The preview is the widget itself."
      />
      <ReadOnlyNotice least="admin" />
      <AppearanceForm tenantId={tenantId} stored={tenant.widget} name={tenant.name} filesOn={tenant.filesOn} />
    </div>
  );
}
