"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { classNames } from "../part/class-names";
import { pagesFor } from "./pages";
import type { Role } from "./role";

/** The tenant's pages, as far as they exist for this role. */
export function Navigation({ tenantId, role, onLeave }: { tenantId: string; role: Role; onLeave?: () => void }) {
  const path = usePathname();
  return (
    <nav aria-label="Console" className="grid gap-5">
      {pagesFor(role).map((group) => (
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
