"use client";
import { Check, ChevronsUpDown, Plus } from "lucide-react";
import Link from "next/link";
import { DropdownMenu } from "radix-ui";

export interface TenantName {
  id: string;
  name: string;
}

const item =
  "flex cursor-pointer items-center gap-2 rounded-sm px-2 py-1.5 outline-none data-[highlighted]:bg-raised [&_svg]:size-4";

/** Names the tenant that is open and leads to the others. */
export function TenantMenu({ tenants, current }: { tenants: TenantName[]; current: TenantName }) {
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger className="flex min-w-0 max-w-full items-center gap-2 rounded-md border bg-panel px-2.5 py-1.5 text-left hover:bg-raised">
        <span className="grid size-5 shrink-0 place-items-center rounded-sm bg-pine font-semibold text-[11px] text-on-pine uppercase">
          {current.name.slice(0, 1)}
        </span>
        <span className="min-w-0 flex-1 truncate font-medium">{current.name}</span>
        <ChevronsUpDown className="size-4 shrink-0 text-ink-faint" aria-hidden />
        <span className="sr-only">Switch tenant</span>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="start"
          sideOffset={6}
          className="animate-appear z-50 min-w-56 rounded-lg border border-line-strong bg-panel p-1 shadow-lg"
        >
          {tenants.map((tenant) => (
            <DropdownMenu.Item key={tenant.id} asChild>
              <Link href={`/${tenant.id}`} className={item}>
                <span className="flex-1 truncate">{tenant.name}</span>
                {tenant.id === current.id && <Check className="text-pine" aria-label="open" />}
              </Link>
            </DropdownMenu.Item>
          ))}
          <DropdownMenu.Separator className="my-1 h-px bg-line" />
          <DropdownMenu.Item asChild>
            <Link href="/welcome" className={item}>
              <Plus aria-hidden /> New tenant
            </Link>
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
