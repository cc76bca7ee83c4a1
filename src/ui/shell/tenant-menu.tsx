"use client";
import { ChevronsUpDown, Plus } from "lucide-react";
import { Menu } from "../part/menu";

export interface TenantName {
  id: string;
  name: string;
  /** One's own in it. */
  role: string;
}

/** Names the tenant that is open and leads to the others. */
export function TenantMenu({ tenants, current }: { tenants: TenantName[]; current: TenantName }) {
  return (
    <Menu
      className="flex min-w-0 max-w-full items-center gap-2 rounded-md border bg-panel px-2.5 py-1.5 text-left hover:bg-raised"
      items={[
        ...tenants.map(({ id, name }) => ({ label: name, href: `/${id}`, current: id === current.id })),
        { label: "New tenant", Icon: Plus, href: "/welcome", apart: true },
      ]}
    >
      <span className="grid size-5 shrink-0 place-items-center rounded-sm bg-pine font-semibold text-[11px] text-on-pine uppercase">
        {current.name.slice(0, 1)}
      </span>
      <span className="min-w-0 flex-1 truncate font-medium">{current.name}</span>
      <ChevronsUpDown className="size-4 shrink-0 text-ink-faint" aria-hidden />
      <span className="sr-only">Switch tenant</span>
    </Menu>
  );
}
