import type { Metadata } from "next";
import { DeleteAccount } from "@/ui/account/delete-account";
import { EmailSection } from "@/ui/account/email-section";
import { PasskeySection } from "@/ui/account/passkey-section";
import { PasswordSection } from "@/ui/account/password-section";
import { SessionList } from "@/ui/account/session-list";
import { SignOutButton } from "@/ui/account/sign-out-button";
import { SignOutEverywhere } from "@/ui/account/sign-out-everywhere";
import { TenantPlaces } from "@/ui/account/tenant-places";
import { TwoStepSection } from "@/ui/account/two-step-section";
import { Section } from "@/ui/part/section";
import { NarrowFrame } from "@/ui/shell/narrow-frame";
import { WithApi } from "@/ui/with-api";
import { load } from "../../caller";

export const metadata: Metadata = { title: "Account" };

export default async function AccountPage() {
  const [me, sessions, security, places] = await load((caller) =>
    Promise.all([caller.account.me(), caller.account.sessions(), caller.account.security(), caller.tenant.list()]),
  );
  return (
    <WithApi>
      <NarrowFrame
        wide
        title="Account"
        lead={
          <a href="/console" className="font-medium text-pine hover:underline">
            Go to the console
          </a>
        }
      >
        <div className="grid gap-5">
          <EmailSection email={me?.email ?? ""} />
          <PasswordSection initial={security} />
          <TwoStepSection initial={security} />
          <PasskeySection initial={security} />
          <Section
            flush
            title="Where you are signed in"
            description="Ending a sign-in takes effect with its next request."
            action={
              <div className="flex shrink-0 flex-wrap gap-2 sm:flex-nowrap">
                <SignOutButton />
                <SignOutEverywhere />
              </div>
            }
          >
            <SessionList initial={sessions} />
          </Section>
          {places.length > 0 && (
            <Section flush title="Your tenants">
              <TenantPlaces places={places} />
            </Section>
          )}
          <Section
            bare
            title="Delete account"
            description="Goes at once, and does not come back. Tenants that only you own have to be handed over or deleted first."
            action={<DeleteAccount security={security} />}
          >
            {null}
          </Section>
        </div>
      </NarrowFrame>
    </WithApi>
  );
}
