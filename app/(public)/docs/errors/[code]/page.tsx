import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { failures } from "@/failure-table";
import type { FailureCode } from "@/failures";
import { CodeBlock } from "@/ui/part/code-block";
import { DocsPage, DocsSection } from "@/ui/public/docs-page";
import { withCode } from "@/ui/public/docs-table";
import { causes } from "../causes";

interface Props {
  params: Promise<{ code: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { code } = await params;
  if (!Object.hasOwn(failures, code)) return { title: "Page not found" };
  const { title } = failures[code as FailureCode];
  return { title: code, description: `${title}: why, and what to do.` };
}

export default async function ErrorCodePage({ params }: Props) {
  const { code } = await params;
  if (!Object.hasOwn(failures, code)) notFound();
  const { status, title, cure } = failures[code as FailureCode];
  const { why, mend } = causes[code as FailureCode];
  const problem = { type: `/docs/errors/${code}`, title, status, detail: cure, code, requestId: "…" };
  return (
    <DocsPage title={title} lead={<code className="font-mono text-base">{`${status} ${code}`}</code>}>
      <DocsSection id="cause" title="Why">
        <p>{withCode(why)}</p>
      </DocsSection>
      <DocsSection id="cure" title="What to do">
        <p>{withCode(mend)}</p>
      </DocsSection>
      <DocsSection id="answer" title="What the answer looks like">
        <CodeBlock language="json" caption="application/problem+json" code={JSON.stringify(problem, null, 2)} />
        <p>
          The request id is in the server’s log. <Link href="/docs/errors">All errors</Link>
        </p>
      </DocsSection>
    </DocsPage>
  );
}
