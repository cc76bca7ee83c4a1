"use client";
import { LogOut, UserRound } from "lucide-react";
import { signOut } from "../account/next-auth";
import { Menu } from "../part/menu";

export function AccountMenu({ email }: { email: string }) {
  return (
    <Menu
      className="grid size-8 place-items-center rounded-full border bg-raised font-medium text-ink-soft text-xs uppercase hover:text-ink"
      align="end"
      heading={email}
      items={[
        { label: "Account", Icon: UserRound, href: "/account" },
        { label: "Sign out", Icon: LogOut, onSelect: () => void signOut() },
      ]}
    >
      <span aria-hidden>{email.slice(0, 2)}</span>
      <span className="sr-only">Account {email}</span>
    </Menu>
  );
}
