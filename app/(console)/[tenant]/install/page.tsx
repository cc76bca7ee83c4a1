import type { Metadata } from "next";
import Link from "next/link";
import { FirstPing } from "@/ui/install/first-ping";
import { SigningTabs } from "@/ui/install/signing-tabs";
import { policyLines } from "@/ui/install/snippets";
import { WaysIn } from "@/ui/install/ways-in";
import { CodeBlock } from "@/ui/part/code-block";
import { Notice } from "@/ui/part/notice";
import { PageTitle, Section } from "@/ui/part/section";
import { load, tenantOf } from "../../../caller";

export const metadata: Metadata = { title: "Install" };

export default async function InstallPage({ params }: { params: Promise<{ tenant: string }> }) {
  const tenantId = await tenantOf(params);
  const [tenant, origins, refusals, { publicUrl }, pinned] = await load((caller) =>
    Promise.all([
      caller.tenant.get({ tenantId }),
      caller.origin.list({ tenantId }),
      caller.refusal.list({ tenantId }),
      caller.installation.facts(),
      caller.installation.pinned(),
    ]),
  );
  // The tenant's id is accepted wherever a key is: what is copied works also while every key is disabled.
  const facts = { publicUrl, siteKey: tenant.siteKey ?? tenantId, tenantId, locale: tenant.widget.locale };
  return (
    <>
      <PageTitle
        title="Install"
        lead="Filled in for this tenant. No package, no build step: one script from this installation."
      />
      <div className="grid gap-5">
        {origins.length === 0 && (
          <Notice tone="warn">
            No origin is allowed yet, so every page is refused.{" "}
            <Link href={`/${tenantId}/origins`} className="font-medium underline">
              Allow your site
            </Link>{" "}
            first.
          </Notice>
        )}
        <Section flush title="Put it on your page" description="Any one of these.">
          <WaysIn facts={facts} pinned={pinned} />
        </Section>
        <Section flush title="Is it there?" description="What comes from your site, as it comes.">
          <FirstPing tenantId={tenantId} origins={origins} refusals={refusals} />
        </Section>
        <Section
          flush
          title="Sign your users in"
          description="Your server says who the visitor is, in a token signed with the shared secret. The browser never sees the secret, and nobody can pass as somebody else."
          action={
            <Link
              href={`/${tenantId}/keys#token`}
              className="font-medium text-[13px] text-pine outline-offset-2 hover:underline"
            >
              Check a token
            </Link>
          }
        >
          <SigningTabs facts={facts} />
        </Section>
        <Section
          flush
          title="Content Security Policy"
          description="If your pages send one, these sources are all the widget needs. No inline script, no inline style, no eval."
        >
          <CodeBlock inset caption="Add to your policy" language="http" code={policyLines(facts)} />
        </Section>
      </div>
    </>
  );
}
