import type { Metadata } from "next";
import Link from "next/link";
import {
  customElement,
  initCall,
  policyLines,
  scriptTag,
  signedInPage,
  signInNode,
  signInPython,
} from "@/ui/install/snippets";
import { CodeBlock } from "@/ui/part/code-block";
import { Notice } from "@/ui/part/notice";
import { PageTitle, Section } from "@/ui/part/section";
import { Tabs } from "@/ui/part/tabs";
import { load, tenantOf } from "../../../caller";

export const metadata: Metadata = { title: "Install" };

export default async function InstallPage({ params }: { params: Promise<{ tenant: string }> }) {
  const tenantId = await tenantOf(params);
  const [tenant, origins, { publicUrl }] = await load((caller) =>
    Promise.all([caller.tenant.get({ tenantId }), caller.origin.list({ tenantId }), caller.installation.facts()]),
  );
  const facts = { publicUrl, siteKey: tenant.siteKey ?? "", tenantId };
  const inset = true;
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
        <Section flush title="Put it on your page" description="Any one of these, before the end of the body.">
          <Tabs
            label="Ways to install"
            tabs={[
              {
                id: "script",
                label: "Script tag",
                content: <CodeBlock inset={inset} caption="One line" language="html" code={scriptTag(facts)} />,
              },
              {
                id: "element",
                label: "Custom element",
                content: (
                  <CodeBlock
                    inset={inset}
                    caption="Options as attributes"
                    language="html"
                    code={customElement(facts)}
                  />
                ),
              },
              {
                id: "init",
                label: "init()",
                content: (
                  <CodeBlock inset={inset} caption="From your own script" language="html" code={initCall(facts)} />
                ),
              },
            ]}
          />
        </Section>
        <Section
          flush
          title="Sign your users in"
          description="Your server says who the visitor is, in a token signed with the shared secret. The browser never sees the secret, and nobody can pass as somebody else."
        >
          <Tabs
            label="Sign a token on your server"
            tabs={[
              {
                id: "node",
                label: "Node.js",
                content: (
                  <CodeBlock inset={inset} caption="npm install jsonwebtoken" language="js" code={signInNode(facts)} />
                ),
              },
              {
                id: "python",
                label: "Python",
                content: (
                  <CodeBlock inset={inset} caption="pip install PyJWT" language="python" code={signInPython(facts)} />
                ),
              },
              {
                id: "page",
                label: "On the page",
                content: (
                  <CodeBlock
                    inset={inset}
                    caption="Renewed by itself before it expires"
                    language="html"
                    code={signedInPage(facts)}
                  />
                ),
              },
            ]}
          />
        </Section>
        <Section
          flush
          title="Content Security Policy"
          description="If your pages send one, these sources are all the widget needs. No inline script, no inline style, no eval."
        >
          <CodeBlock inset={inset} caption="Add to your policy" language="http" code={policyLines(facts)} />
        </Section>
      </div>
    </>
  );
}
