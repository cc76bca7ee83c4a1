"use client";
import { Command, defaultFilter } from "cmdk";
import {
  BookText,
  LogOut,
  type LucideIcon,
  MessageSquareText,
  Monitor,
  Moon,
  Plus,
  Sun,
  UserRound,
} from "lucide-react";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { signOut } from "../account/next-auth";
import { Key } from "../part/key";
import { leaps } from "./leaps";
import { pagesFor } from "./pages";
import { paletteActions } from "./palette-actions";
import type { Role } from "./role";
import type { TenantName } from "./tenant-menu";
import { pinTheme } from "./theme-switch";

interface PaletteProps {
  tenants: TenantName[];
  tenantId: string;
  role: Role;
  onClose: () => void;
}

/** Looking through conversations is offered for every text, after all that has it in its name. */
const SEARCH = "search conversations";
const LEAST = 1e-9;

const letters = new Map(Object.entries(leaps).map(([letter, path]) => [path, letter]));

/** Every page that exists for this role and the actions that belong to none, found by typing. */
export function Palette({ tenants, tenantId, role, onClose }: PaletteProps) {
  const router = useRouter();
  const [text, setText] = useState("");
  const run = (action: () => void) => () => {
    onClose();
    action();
  };
  const go = (path: string) => run(() => router.push(path));
  return (
    <Command.Dialog
      open
      onOpenChange={onClose}
      label="Go to"
      filter={(value, search) => (value === SEARCH ? LEAST : defaultFilter(value, search))}
      overlayClassName="fixed inset-0 z-40 bg-black/40"
      contentClassName="animate-appear fixed inset-x-0 top-[12vh] z-50 mx-auto w-[calc(100%-24px)] max-w-xl overflow-hidden rounded-lg border border-line-strong bg-panel shadow-xl"
    >
      <Command.Input
        value={text}
        onValueChange={setText}
        placeholder="Page, action, or words in a conversation…"
        className="h-12 w-full border-b bg-transparent px-4 text-base outline-none placeholder:text-ink-faint"
      />
      <Command.List className="max-h-[min(420px,60vh)] overflow-y-auto p-2 [&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:text-ink-faint [&_[cmdk-group-heading]]:text-xs">
        <Command.Empty className="px-3 py-6 text-center text-ink-faint">Nothing by that name.</Command.Empty>
        <Command.Group heading="Pages">
          {pagesFor(role).flatMap(({ pages }) =>
            pages.map(([path, label, Icon]) => (
              <Row key={path} Icon={Icon} onSelect={go(`/${tenantId}${path}`)} keys={letters.get(path)}>
                {label}
              </Row>
            )),
          )}
        </Command.Group>
        <Command.Group heading="Actions">
          {paletteActions(role).map(({ label, Icon, path }) => (
            <Row key={path} Icon={Icon} onSelect={go(`/${tenantId}${path}`)}>
              {label}
            </Row>
          ))}
          <Row Icon={Sun} onSelect={run(() => pinTheme("light"))}>
            Light theme
          </Row>
          <Row Icon={Moon} onSelect={run(() => pinTheme("dark"))}>
            Dark theme
          </Row>
          <Row Icon={Monitor} onSelect={run(() => pinTheme("system"))}>
            Theme as the system
          </Row>
          <Row Icon={BookText} onSelect={go("/docs")}>
            Documentation
          </Row>
          <Row Icon={UserRound} onSelect={go("/account")}>
            Account
          </Row>
          <Row Icon={LogOut} onSelect={run(() => void signOut())}>
            Sign out
          </Row>
        </Command.Group>
        <Command.Group heading="Tenants">
          {tenants.map((tenant) => (
            <Row key={tenant.id} onSelect={go(`/${tenant.id}`)} value={`${tenant.name} ${tenant.id}`}>
              {tenant.name}
            </Row>
          ))}
          <Row Icon={Plus} onSelect={go("/welcome")}>
            New tenant
          </Row>
        </Command.Group>
        {text.trim() && (
          <Command.Group heading="Conversations">
            <Row
              value={SEARCH}
              Icon={MessageSquareText}
              onSelect={go(`/${tenantId}/conversations?q=${encodeURIComponent(text.trim())}`)}
            >
              Search conversations for “{text.trim()}”
            </Row>
          </Command.Group>
        )}
      </Command.List>
    </Command.Dialog>
  );
}

interface RowProps {
  Icon?: LucideIcon;
  value?: string;
  /** The letter after g. */
  keys?: string | undefined;
  onSelect: () => void;
  children: ReactNode;
}

function Row({ Icon, value, keys, onSelect, children }: RowProps) {
  return (
    <Command.Item
      {...(value !== undefined && { value })}
      onSelect={onSelect}
      className="flex cursor-pointer items-center gap-2.5 rounded-md px-2.5 py-2 data-[selected=true]:bg-raised"
    >
      {Icon ? <Icon className="size-4 text-ink-faint" aria-hidden /> : <span className="size-4" />}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {keys && (
        <span className="flex gap-1 max-sm:hidden" aria-hidden>
          <Key>g</Key>
          <Key>{keys}</Key>
        </span>
      )}
    </Command.Item>
  );
}
