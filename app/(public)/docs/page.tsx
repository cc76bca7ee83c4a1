import type { Metadata } from "next";
import Link from "next/link";
import { signInNode, signInPython } from "@/ui/install/signing-scripts";
import { customElement, initCall, policyLines, scriptTag, signedInPage } from "@/ui/install/snippets";
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
      <DocsSection id="tenant" title="1. Paste your site’s address">
        <p>
          <Link href="/sign-up">Sign up</Link>, confirm your address, and paste the address of your site. Its start page
          is read once: name, icon and colour are proposed, and <code>https://example.com</code> and{" "}
          <code>https://www.example.com</code> as the sites that may show the widget. Everything can be changed, and a
          site that cannot be read is filled in by hand.
        </p>
        <p>
          The list of sites is <em>Origins</em> from then on. <code>https://*.example.com</code> stands for exactly one
          label; an empty list lets nobody in. While you develop, <code>http://localhost:5173</code> works too, as long
          as it is listed and development origins are switched on.
        </p>
      </DocsSection>
      <DocsSection id="knowledge" title="2. Watch it learn, and ask">
        <p>
          The site is read at once, as far as its <code>robots.txt</code> allows: the pages its sitemap names, else
          those it links to. Texts, files (PDF, Word, HTML, markdown) and single pages can be added. Pages are cut into
          passages along their headings; answers quote these and link to them. Ask something there: no model key is
          needed, and what is not known is answered with “I don’t know”.
        </p>
      </DocsSection>
      <DocsSection id="keys" title="3. Store your keys">
        <p>
          You get a tenant id <code>ten_…</code>, a site key <code>pub_…</code> and a JWT shared secret, which is shown
          once. The first two are public; the secret belongs on your server, which needs it to sign in your users.
        </p>
      </DocsSection>
      <DocsSection id="install" title="4. Put it on your page">
        <p>One line is enough:</p>
        <CodeBlock language="html" caption="Script tag" code={scriptTag(facts)} />
        <p>Or as an element, or from your own script:</p>
        <CodeBlock language="html" caption="Custom element" code={customElement(facts)} />
        <CodeBlock language="html" caption="init()" code={initCall(facts)} />
        <p>
          Then open your page and click the button. <em>Install</em> waits for it: it shows the origin, the widget’s
          version, and what stands in the way. A site that is not on the list appears there with <em>Allow</em>.
        </p>
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
