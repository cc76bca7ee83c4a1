import type { Metadata } from "next";
import { NarrowFrame } from "@/ui/shell/narrow-frame";
import { Welcome } from "@/ui/welcome/welcome";
import { WithApi } from "@/ui/with-api";
import { load } from "../../caller";

export const metadata: Metadata = { title: "New tenant" };

export default async function WelcomePage({ searchParams }: { searchParams: Promise<{ tenant?: string | string[] }> }) {
  const [tenants, { tenant }] = await Promise.all([load((caller) => caller.tenant.list()), searchParams]);
  const begun = tenants.find(({ id }) => id === tenant)?.id ?? null;
  return (
    <NarrowFrame
      wide
      title={tenants.length === 0 ? "Set up your widget" : "New tenant"}
      lead="A few minutes from here to a cited answer on your own site."
    >
      <WithApi>
        <Welcome begun={begun} />
      </WithApi>
    </NarrowFrame>
  );
}
