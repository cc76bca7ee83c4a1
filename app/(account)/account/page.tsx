import type { Metadata } from "next";
import { SessionList } from "@/ui/account/session-list";
import { SignOutButton } from "@/ui/account/sign-out-button";
import { Section } from "@/ui/part/section";
import { NarrowFrame } from "@/ui/shell/narrow-frame";
import { load } from "../../caller";

export const metadata: Metadata = { title: "Account" };

export default async function AccountPage() {
  const [me, sessions] = await load((caller) => Promise.all([caller.account.me(), caller.account.sessions()]));
  return (
    <NarrowFrame wide title="Account" lead={me?.email}>
      <div className="grid gap-5">
        <Section
          flush
          title="Where you are signed in"
          description="Ending a sign-in takes effect with its next request."
          action={<SignOutButton />}
        >
          <SessionList initial={sessions} />
        </Section>
        <a href="/console" className="font-medium text-pine hover:underline">
          Go to the console
        </a>
      </div>
    </NarrowFrame>
  );
}
