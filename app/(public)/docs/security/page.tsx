import type { Metadata } from "next";
import Link from "next/link";
import { policyLines } from "@/ui/install/snippets";
import { CodeBlock } from "@/ui/part/code-block";
import { DocsPage, DocsSection } from "@/ui/public/docs-page";
import { load } from "../../../caller";

export const metadata: Metadata = { title: "CSP and integrity" };

export default async function SecurityPage() {
  const { publicUrl } = await load((caller) => caller.installation.facts());
  const facts = { publicUrl, siteKey: "pub_…", tenantId: "ten_…" };
  return (
    <DocsPage
      title="CSP and integrity"
      lead="What the widget needs of your page, what it promises, and what an origin check can and cannot do."
    >
      <DocsSection id="csp" title="Content Security Policy">
        <p>
          One host, no inline script, no inline style, no <code>eval</code>. It also runs under{" "}
          <code>require-trusted-types-for 'script'</code>.
        </p>
        <CodeBlock language="http" caption="Add to your policy" code={policyLines(facts)} />
        <p>
          Where <code>connect-src</code> does not name the host, visitors read that there is no connection, and the
          console says which directive it was under <em>Install</em>: the widget tells it by the way its parts come,
          which <code>script-src</code> has let in already. Where <code>script-src</code> forbids it, nothing of ours
          runs and nothing can be told: your browser’s console names the directive.
        </p>
      </DocsSection>
      <DocsSection id="integrity" title="Pinned and checked">
        <p>
          <code>v1.js</code> moves with each release. Every release also keeps an address of its own that never changes,
          with its sha384 in <a href="/widget/manifest.json">manifest.json</a>; the console fills the tag in under{" "}
          <em>Install</em>. What the script loads later is checked against hashes that it carries.
        </p>
      </DocsSection>
      <DocsSection id="origins" title="What the origin check is">
        <p>
          Browsers say truthfully where a page is from, and no script on the page can change it. So a copied snippet is
          of no use on another site: <Link href="/docs/errors/origin_not_allowed">origin_not_allowed</Link>. A program
          that is no browser can send any <code>Origin</code>; limits by address, quotas and the proof of work on{" "}
          <em>Behaviour</em> are for those. Where answers must be for your own users only, demand an identity.
        </p>
      </DocsSection>
      <DocsSection id="answers" title="What an answer can do">
        <p>
          Answers are markdown that becomes nodes, never HTML. Links leave with{" "}
          <code>noopener noreferrer nofollow</code>, pictures are links. A model sees passages as data; what it says is
          held against them before it is shown, and links lead to cited sources or hosts you listed.
        </p>
      </DocsSection>
    </DocsPage>
  );
}
