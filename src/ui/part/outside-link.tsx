import { ExternalLink } from "lucide-react";

/** Leads to another site, in a new tab. */
export function OutsideLink({ href, children }: { href: string; children: string }) {
  return (
    <a
      href={href}
      target="_blank"
      rel="noreferrer"
      className="inline-flex min-w-0 max-w-full items-center gap-1.5 hover:underline"
    >
      <span className="truncate">{children}</span>
      <ExternalLink className="size-3.5 shrink-0 text-ink-faint" aria-hidden />
    </a>
  );
}
