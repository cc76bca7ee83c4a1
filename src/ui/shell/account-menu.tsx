"use client";
import { LogOut, UserRound } from "lucide-react";
import Link from "next/link";
import { signOut } from "next-auth/react";
import { DropdownMenu } from "radix-ui";

const item =
  "flex w-full cursor-pointer items-center gap-2 rounded-sm px-2 py-1.5 outline-none data-[highlighted]:bg-raised [&_svg]:size-4";

export function AccountMenu({ email }: { email: string }) {
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger className="grid size-8 place-items-center rounded-full border bg-raised font-medium text-ink-soft text-xs uppercase hover:text-ink">
        <span aria-hidden>{email.slice(0, 2)}</span>
        <span className="sr-only">Account {email}</span>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={6}
          className="animate-appear z-50 min-w-56 rounded-lg border border-line-strong bg-panel p-1 shadow-lg"
        >
          <p className="truncate px-2 py-1.5 text-ink-faint text-xs">{email}</p>
          <DropdownMenu.Item asChild>
            <Link href="/account" className={item}>
              <UserRound aria-hidden /> Account
            </Link>
          </DropdownMenu.Item>
          <DropdownMenu.Item className={item} onSelect={() => signOut({ callbackUrl: "/sign-in" })}>
            <LogOut aria-hidden /> Sign out
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
