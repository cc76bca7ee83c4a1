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
import { DocsPage, DocsSection } from "@/ui/public/docs-page";
import { load } from "../../caller";

export const metadata: Metadata = { title: "Quick start" };

export default async function QuickStartPage() {
  const { publicUrl } = await load((caller) => caller.installation.facts());
  const facts = { publicUrl, siteKey: "pub_…", tenantId: "ten_…" };
  return (
    <DocsPage
      title="Quick start"
      lead="From nothing to a cited answer on your own site. The console’s Install page has these lines filled in with your keys."
    >
      <DocsSection id="tenant" title="1. Make a tenant">
        <p>
          <Link href="/sign-up">Sign up</Link>, confirm your address and name your tenant. You get a tenant id{" "}
          <code>ten_…</code>, a site key <code>pub_…</code> and a JWT shared secret, which is shown once. The first two
          are public; the secret belongs on your server.
        </p>
      </DocsSection>
      <DocsSection id="origins" title="2. Allow your site">
        <p>
          On <em>Origins</em>, add the address your pages are served from, such as <code>https://www.example.com</code>.{" "}
          <code>https://*.example.com</code> stands for exactly one label. An empty list lets nobody in. While you
          develop, <code>http://localhost:5173</code> works too, as long as development origins are switched on.
        </p>
      </DocsSection>
      <DocsSection id="knowledge" title="3. Give it knowledge">
        <p>
          On <em>Knowledge</em>, paste a text or name a page. It is cut into passages along its headings; answers quote
          these passages and link to them.
        </p>
      </DocsSection>
      <DocsSection id="install" title="4. Put it on your page">
        <p>One line is enough:</p>
        <CodeBlock language="html" caption="Script tag" code={scriptTag(facts)} />
        <p>Or as an element, or from your own script:</p>
        <CodeBlock language="html" caption="Custom element" code={customElement(facts)} />
        <CodeBlock language="html" caption="init()" code={initCall(facts)} />
      </DocsSection>
      <DocsSection id="identity" title="5. Sign your users in">
        <p>
          For visitors who are signed in on your site, your server signs a token with the shared secret: HS256, at most
          one hour, with <code>tenantId</code>, <code>userId</code>, <code>iat</code> and <code>exp</code>;{" "}
          <code>userEmail</code>, <code>userRoles</code> and <code>plan</code> are optional.
        </p>
        <CodeBlock language="js" caption="Node.js" code={signInNode(facts)} />
        <CodeBlock language="python" caption="Python" code={signInPython(facts)} />
        <p>The page asks your server for the token, and again before it expires:</p>
        <CodeBlock language="html" caption="On the page" code={signedInPage(facts)} />
      </DocsSection>
      <DocsSection id="csp" title="Content Security Policy">
        <p>The widget talks to one host and needs neither inline script nor inline style:</p>
        <CodeBlock language="http" caption="Add to your policy" code={policyLines(facts)} />
      </DocsSection>
    </DocsPage>
  );
}
