"use client";
import {
  BookOpen,
  Braces,
  Globe,
  KeyRound,
  LayoutDashboard,
  type LucideIcon,
  MessageSquare,
  ShieldX,
  Sparkles,
} from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { classNames } from "../part/class-names";

const groups: { label: string; pages: [path: string, label: string, icon: LucideIcon][] }[] = [
  {
    label: "",
    pages: [
      ["", "Overview", LayoutDashboard],
      ["/conversations", "Conversations", MessageSquare],
      ["/refusals", "Refusals", ShieldX],
    ],
  },
  {
    label: "Answers",
    pages: [
      ["/knowledge", "Knowledge", BookOpen],
      ["/playground", "Playground", Sparkles],
    ],
  },
  {
    label: "Door",
    pages: [
      ["/install", "Install", Braces],
      ["/origins", "Origins", Globe],
      ["/keys", "Keys & secrets", KeyRound],
    ],
  },
];

/** The tenant's pages; on a phone one row that scrolls. */
export function Navigation({ tenantId, onLeave }: { tenantId: string; onLeave?: () => void }) {
  const path = usePathname();
  return (
    <nav aria-label="Console" className="grid gap-5">
      {groups.map((group) => (
        <div key={group.label} className="grid gap-0.5">
          {group.label && <p className="px-2.5 pb-1 font-medium text-ink-faint text-xs">{group.label}</p>}
          {group.pages.map(([end, label, Icon]) => {
            const href = `/${tenantId}${end}`;
            const here = end === "" ? path === href : path.startsWith(href);
            return (
              <Link
                key={end}
                href={href}
                onClick={onLeave}
                aria-current={here ? "page" : undefined}
                className={classNames(
                  "flex items-center gap-2.5 rounded-md px-2.5 py-1.5 text-ink-soft transition-colors hover:bg-raised hover:text-ink max-md:py-2.5",
                  here && "bg-raised font-medium text-ink [&_svg]:text-pine",
                )}
              >
                <Icon className="size-4 shrink-0" aria-hidden />
                {label}
              </Link>
            );
          })}
        </div>
      ))}
    </nav>
  );
}
