"use client";
import { Menu } from "lucide-react";
import Link from "next/link";
import { type ReactNode, useState } from "react";
import { Mark } from "../mark/mark";
import { Dialog } from "../part/dialog";
import { AccountMenu } from "./account-menu";
import { CommandKey } from "./command-key";
import { Navigation } from "./navigation";
import { type Role, RoleProvider } from "./role";
import { TenantMenu, type TenantName } from "./tenant-menu";
import { ThemeSwitch } from "./theme-switch";

interface ShellProps {
  tenants: TenantName[];
  current: TenantName & { role: Role };
  email: string;
  children: ReactNode;
}

/** The console's frame: a bar above, the pages at the side; on a phone the pages are behind one button. */
export function ConsoleShell({ tenants, current, email, children }: ShellProps) {
  const [open, setOpen] = useState(false);
  return (
    <RoleProvider role={current.role}>
      <div className="min-h-dvh">
        <a
          href="#main"
          className="absolute left-2 z-50 -translate-y-20 rounded-md bg-pine px-3 py-2 text-on-pine focus:translate-y-2"
        >
          Skip to the page
        </a>
        <header className="sticky top-0 z-30 flex h-14 items-center gap-3 border-b bg-ground/90 px-4 backdrop-blur sm:px-5">
          <button
            type="button"
            onClick={() => setOpen(true)}
            className="-ml-1.5 rounded-md p-1.5 text-ink-soft hover:bg-raised md:hidden"
          >
            <Menu className="size-5" aria-hidden />
            <span className="sr-only">Pages</span>
          </button>
          <Link href="/" className="rounded-md p-1 text-pine" title="Gatehouse">
            <Mark className="size-6" />
            <span className="sr-only">Gatehouse</span>
          </Link>
          <span className="text-line-strong max-sm:hidden" aria-hidden>
            /
          </span>
          <div className="min-w-0 sm:w-56">
            <TenantMenu tenants={tenants} current={current} />
          </div>
          <div className="ml-auto flex items-center gap-4">
            <CommandKey tenants={tenants} tenantId={current.id} role={current.role} />
            <Link href="/docs" className="text-ink-soft hover:text-ink max-sm:hidden">
              Docs
            </Link>
            <AccountMenu email={email} />
          </div>
        </header>
        <div className="mx-auto flex max-w-[1240px] has-data-wide:max-w-[1680px]">
          <aside className="sticky top-14 flex h-[calc(100dvh-56px)] w-56 shrink-0 flex-col justify-between overflow-y-auto px-3 py-5 max-md:hidden">
            <Navigation tenantId={current.id} role={current.role} />
            <div className="px-2 pt-6">
              <ThemeSwitch />
            </div>
          </aside>
          <main id="main" className="min-w-0 flex-1 px-4 py-7 sm:px-8 md:border-l md:py-8">
            <div className="mx-auto max-w-[920px] has-data-wide:max-w-none">{children}</div>
          </main>
        </div>
        <Dialog open={open} onOpenChange={setOpen} title={current.name}>
          <Navigation tenantId={current.id} role={current.role} onLeave={() => setOpen(false)} />
          <div className="mt-5 flex items-center justify-between border-t pt-4">
            <Link href="/docs" className="text-ink-soft">
              Docs
            </Link>
            <ThemeSwitch />
          </div>
        </Dialog>
      </div>
    </RoleProvider>
  );
}
