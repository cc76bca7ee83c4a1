import type { Metadata } from "next";
import Link from "next/link";
import { signInNode } from "@/ui/install/signing-scripts";
import { signedInPage } from "@/ui/install/snippets";
import { CodeBlock } from "@/ui/part/code-block";
import { DocsPage, DocsSection } from "@/ui/public/docs-page";
import { DocsTable } from "@/ui/public/docs-table";
import { load } from "../../../caller";

export const metadata: Metadata = { title: "Authentication" };

const claims = [
  ["tenantId", "yes", "Your tenant’s id. Another one is refused: `tenant_mismatch`."],
  ["userId", "yes", "1 to 200 characters; the same person always has the same one."],
  ["iat, exp", "yes", "At most 3,600 s apart; clocks may differ by 60 s."],
  ["userEmail", "no", "Shown to your team."],
  ["userRoles", "no", "At most 30 of at most 80 characters."],
  ["plan", "no", "At most 80 characters."],
];

const callers = [
  ["Anonymous visitor", "The site key in the body of the first request, and the browser’s `Origin`."],
  [
    "Visitor with a session",
    "A session token from `POST /api/v1/sessions`: one hour, bound to tenant, origin and session.",
  ],
  ["Identified visitor", "An identity token that your server signed, on each request or exchanged once for a session."],
  ["Your server", "An API key `gk_…` with the scopes it needs. No `Origin`."],
];

export default async function AuthenticationPage() {
  const { publicUrl } = await load((caller) => caller.installation.facts());
  const facts = { publicUrl, siteKey: "pub_…", tenantId: "ten_…" };
  return (
    <DocsPage
      title="Authentication"
      lead="Who may ask, and how they prove it. Classes of tokens never mix: each is refused where another belongs."
    >
      <DocsSection id="callers" title="Callers">
        <DocsTable caption="Callers" head={["Who", "Proves itself by"]} rows={callers} words />
        <p>
          On <em>Behaviour</em> you choose what visitors must bring: nothing, a session, or an identity. Report only
          lets everybody through and counts who would be refused.
        </p>
      </DocsSection>
      <DocsSection id="identity" title="Identity tokens">
        <p>
          A JWT signed with HS256 and a secret of yours, at most 8 KiB. Every other algorithm, <code>none</code>{" "}
          included, is refused before a key is looked up. A <code>kid</code> in the header names the secret; without one
          all that live are tried.
        </p>
        <DocsTable caption="Claims" head={["Claim", "Needed", "What it says"]} rows={claims} />
        <CodeBlock language="js" caption="Node.js" code={signInNode(facts)} />
        <CodeBlock language="html" caption="On the page" code={signedInPage(facts)} />
        <p>
          An expired token is <Link href="/docs/errors/token_expired">token_expired</Link>: the widget asks{" "}
          <code>onTokenRefresh</code> once and goes on. Any other fault is{" "}
          <Link href="/docs/errors/token_invalid">token_invalid</Link>, in the same words for all; the exact reason
          stands on your <em>Refusals</em> page, and <em>Paste a token</em> under Keys &amp; secrets explains each
          claim.
        </p>
      </DocsSection>
      <DocsSection id="rotation" title="Rotating a secret">
        <p>
          A new secret and the old one both verify while they overlap, up to 30 days. Put the new one on your servers,
          watch the old one’s share of traffic fall to nothing, and retire it. <em>Leaked</em> revokes a secret at once
          and ends every identified session.
        </p>
      </DocsSection>
      <DocsSection id="sessions" title="Sessions">
        <p>
          Renewal sends the old token, which may have expired up to 24 hours ago, and keeps the visitor. A token used on
          another origin is <Link href="/docs/errors/origin_mismatch">origin_mismatch</Link>. You can end one session,
          all of one user, or all of the tenant; it holds within a second on every process.
        </p>
        <p>
          Who signs in during a conversation begins a new one, as on a computer that people share the words before may
          be somebody else’s. <em>Conversations go along at sign-in</em> under Behaviour lets them go on with it; from
          then on it is theirs, and nobody else’s token opens it.
        </p>
      </DocsSection>
    </DocsPage>
  );
}
