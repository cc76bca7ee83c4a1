import type { Metadata } from "next";
import { CodeBlock } from "@/ui/part/code-block";
import { DocsPage, DocsSection } from "@/ui/public/docs-page";
import { DocsTable } from "@/ui/public/docs-table";
import readme from "../../../../README.md?text";

export const metadata: Metadata = { title: "Self-hosting" };

/** The README's table of variables: name, default, what it is. */
function variables(): string[][] {
  return readme
    .split("\n")
    .filter((line) => /^\| `[A-Z]/.test(line))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .map(([name = "", ...rest]) => [name.replaceAll("`", ""), ...rest]);
}

const production = `GATEHOUSE_URL=https://chat.example.com
DATABASE_URL=postgres://gatehouse:…@db.internal:5432/gatehouse
REDIS_URL=redis://redis.internal:6379
GATEHOUSE_SECRET=…       # openssl rand -base64 48
GATEHOUSE_VAULT_KEY=…    # openssl rand -base64 32
GATEHOUSE_TRUSTED_PROXIES=10.0.0.0/8
SMTP_URL=smtps://user:…@mail.example.com:465
MAIL_FROM="Gatehouse <help@example.com>"`;

const caddy = `chat.example.com {
  reverse_proxy 127.0.0.1:3000 {
    flush_interval -1
  }
}`;

export default function SelfHostingPage() {
  return (
    <DocsPage
      title="Self-hosting"
      lead="Node 20.19 and one command. Postgres, Redis, a mail server and a model are each a variable, when you want them."
    >
      <DocsSection id="start" title="Start">
        <CodeBlock language="bash" caption="A fresh clone" code="npm start" />
        <p>
          Without <code>DATABASE_URL</code> an embedded Postgres keeps its files in <code>.data</code>; secrets are made
          there, too. With a public address both must be given: what would be unsafe does not start, and says which
          variable is missing.
        </p>
      </DocsSection>
      <DocsSection id="production" title="In production">
        <CodeBlock language="bash" caption=".env" code={production} />
        <p>
          TLS ends at a proxy before it, which must pass event streams through unbuffered and set{" "}
          <code>x-forwarded-for</code>; it is believed from <code>GATEHOUSE_TRUSTED_PROXIES</code> alone.
        </p>
        <CodeBlock language="bash" caption="Caddyfile" code={caddy} />
        <p>
          For many visitors, <code>npm run gateway</code> serves <code>/api/v1</code> alone, in as many processes as{" "}
          <code>GATEWAY_WORKERS</code> says. They share Postgres and Redis; what one decides holds at the others within
          a second.
        </p>
      </DocsSection>
      <DocsSection id="sign-in" title="Signing in with GitHub or Google">
        <p>
          Register an OAuth app there with the callback <code>https://chat.example.com/api/auth/callback/github</code>{" "}
          (or <code>…/google</code>), and set its id and secret. A button appears on the sign-in and the sign-up page.
          Only an address that the other site has confirmed opens an account, and two-step sign-in is asked for as ever.
        </p>
      </DocsSection>
      <DocsSection id="backups" title="Backups">
        <p>
          Everything is in Postgres, but for files of visitors (the data folder, or a bucket) and{" "}
          <code>GATEHOUSE_VAULT_KEY</code>, without which the stored secrets cannot be opened: keep it apart from the
          database. <code>npm run -s cli -- audit verify</code> checks that the record of changes is whole.
        </p>
      </DocsSection>
      <DocsSection id="variables" title="Variables">
        <DocsTable caption="Variables" head={["Variable", "Default", "What it is"]} rows={variables()} />
      </DocsSection>
    </DocsPage>
  );
}
