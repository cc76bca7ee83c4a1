"use client";
import type { LucideIcon } from "lucide-react";
import { type ComponentType, type ReactNode, useState } from "react";

export interface MenuItem {
  label: string;
  Icon?: LucideIcon;
  /** Where it leads, or what it does. */
  href?: string;
  onSelect?: () => void;
  danger?: boolean;
  /** The one of several that is open. */
  current?: boolean;
  /** A line stands above it. */
  apart?: boolean;
}

export interface MenuProps {
  /** What the button shows. */
  children: ReactNode;
  className: string;
  items: MenuItem[];
  /** Words above the items. */
  heading?: string;
  align?: "start" | "end";
}

// The button is there at once; its menu is fetched when a pointer or the focus comes near.
const fetched = () => import("./menu-list").then((part) => part.MenuList);

/** A button that opens a menu. */
export function Menu(props: MenuProps) {
  const [List, setList] = useState<ComponentType<MenuProps>>();
  if (List) return <List {...props} />;
  return (
    <button
      type="button"
      aria-haspopup="menu"
      aria-expanded={false}
      className={props.className}
      onPointerEnter={() => void fetched()}
      onFocus={() => void fetched()}
      onClick={async () => {
        const list = await fetched();
        setList(() => list);
      }}
    >
      {props.children}
    </button>
  );
}
