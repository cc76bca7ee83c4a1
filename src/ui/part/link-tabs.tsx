"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";

interface LinkTab {
  href: string;
  label: string;
  /** How many wait there. */
  count?: number;
}

/** Tabs that are pages of their own: each has its address. */
export function LinkTabs({ label, tabs }: { label: string; tabs: LinkTab[] }) {
  const path = usePathname();
  return (
    <nav aria-label={label} className="mb-5 flex gap-1 overflow-x-auto border-b [scrollbar-width:none]">
      {tabs.map(({ href, label: name, count }) => (
        <Link
          key={href}
          href={href}
          aria-current={path === href ? "page" : undefined}
          className="-mb-px inline-flex items-center gap-2 whitespace-nowrap border-transparent border-b-2 px-2.5 py-2.5 text-ink-soft transition-colors hover:text-ink aria-[current=page]:border-pine aria-[current=page]:font-medium aria-[current=page]:text-ink"
        >
          {name}
          {count !== undefined && count > 0 && (
            <span className="rounded-full bg-raised px-1.5 font-medium text-ink-soft text-xs">{count}</span>
          )}
        </Link>
      ))}
    </nav>
  );
}
