import Link from "next/link";
import type { ReactNode } from "react";

const pages = [
  ["/docs", "Quick start"],
  ["/docs/widget", "Widget"],
  ["/docs/examples", "Examples"],
  ["/docs/authentication", "Authentication"],
  ["/docs/security", "CSP and integrity"],
  ["/docs/api", "API"],
  ["/docs/errors", "Errors"],
  ["/docs/migrate", "Migrate"],
  ["/docs/self-hosting", "Self-hosting"],
] as const;

/** A page of the documentation with the list of the others at its side. */
export function DocsPage({ title, lead, children }: { title: string; lead: ReactNode; children: ReactNode }) {
  return (
    <div className="mx-auto grid max-w-[1080px] gap-x-12 px-5 py-10 md:grid-cols-[180px_minmax(0,1fr)] md:py-14">
      <nav
        aria-label="Documentation"
        className="mb-8 flex flex-wrap gap-x-5 gap-y-2 text-[15px] md:sticky md:top-28 md:flex-col md:gap-2 md:self-start"
      >
        {pages.map(([href, label]) => (
          <Link key={href} href={href} className="text-ink-soft hover:text-ink">
            {label}
          </Link>
        ))}
      </nav>
      <article className="min-w-0 max-w-[720px]">
        <h1 className="font-semibold text-[32px] leading-tight tracking-[-0.02em]">{title}</h1>
        <p className="mt-3 text-ink-soft text-lg leading-relaxed">{lead}</p>
        {children}
      </article>
    </div>
  );
}

export function DocsSection({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section
      id={id}
      className="mt-10 grid gap-4 leading-relaxed [&_p_a]:font-medium [&_p_a]:text-pine [&_p_a]:underline-offset-2 hover:[&_p_a]:underline [&_p_code]:[overflow-wrap:anywhere] [&_p_code]:rounded-sm [&_p_code]:border [&_p_code]:bg-raised [&_p_code]:px-1 [&_p_code]:py-px [&_p_code]:font-mono [&_p_code]:text-[0.87em]"
    >
      <h2 className="font-semibold text-xl tracking-tight">{title}</h2>
      {children}
    </section>
  );
}
