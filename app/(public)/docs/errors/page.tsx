import type { Metadata } from "next";
import Link from "next/link";
import { failures } from "@/failure-table";
import { DocsPage } from "@/ui/public/docs-page";

export const metadata: Metadata = { title: "Errors" };

export default function ErrorsPage() {
  const byStatus = Object.entries(failures).sort(([, a], [, b]) => a.status - b.status);
  return (
    <DocsPage
      title="Errors"
      lead="Every way the gateway says no. Answers are application/problem+json; code is what to act on, type links here."
    >
      <ul className="mt-8 divide-y border-y">
        {byStatus.map(([code, { status, title }]) => (
          <li key={code}>
            <Link
              href={`/docs/errors/${code}`}
              className="grid grid-cols-[3.5rem_1fr] gap-y-0.5 py-3 hover:bg-raised/60 sm:grid-cols-[4rem_14rem_1fr]"
            >
              <span className="font-mono text-ink-faint text-sm leading-6">{status}</span>
              <code className="font-mono text-[14px] leading-6">{code}</code>
              <span className="text-ink-soft max-sm:col-start-2">{title}</span>
            </Link>
          </li>
        ))}
      </ul>
    </DocsPage>
  );
}
