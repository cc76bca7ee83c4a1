import { ChevronLeft } from "lucide-react";
import Link from "next/link";

/** Leads from one thing to the list it stands in. */
export function BackLink({ href, children }: { href: string; children: string }) {
  return (
    <Link href={href} className="mb-3 inline-flex items-center gap-1 text-[13px] text-ink-soft hover:text-ink">
      <ChevronLeft className="size-4" aria-hidden /> {children}
    </Link>
  );
}
