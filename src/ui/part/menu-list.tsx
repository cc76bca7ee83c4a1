"use client";
import { Check } from "lucide-react";
import Link from "next/link";
import { DropdownMenu } from "radix-ui";
import { classNames } from "./class-names";
import type { MenuItem, MenuProps } from "./menu";

/**
 * The menu of a button that was pressed: open from the start. It stands where its button stands, in the same landmark, and
 * hides nothing of the page from a screen reader.
 */
export function MenuList({ children, className, items, heading, align = "start" }: MenuProps) {
  return (
    <DropdownMenu.Root defaultOpen modal={false}>
      <DropdownMenu.Trigger className={className}>{children}</DropdownMenu.Trigger>
      <DropdownMenu.Content
        align={align}
        sideOffset={6}
        className="animate-appear z-50 min-w-56 rounded-lg border border-line-strong bg-panel p-1 shadow-lg"
      >
        {heading && <p className="truncate px-2 py-1.5 text-ink-faint text-xs">{heading}</p>}
        {items.map((item) => (
          <Item key={item.href ?? item.label} {...item} />
        ))}
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}

function Item({ label, Icon, href, onSelect, danger, current, apart }: MenuItem) {
  const look = classNames(
    "flex w-full cursor-pointer items-center gap-2 rounded-sm px-2 py-1.5 outline-none data-[highlighted]:bg-raised [&_svg]:size-4",
    danger && "text-bad",
  );
  const inside = (
    <>
      {Icon && <Icon aria-hidden />}
      <span className="flex-1 truncate">{label}</span>
      {current && <Check className="text-pine" aria-label="open" />}
    </>
  );
  return (
    <>
      {apart && <DropdownMenu.Separator className="my-1 h-px bg-line" />}
      {href ? (
        <DropdownMenu.Item asChild>
          <Link href={href} className={look}>
            {inside}
          </Link>
        </DropdownMenu.Item>
      ) : (
        <DropdownMenu.Item className={look} onSelect={onSelect}>
          {inside}
        </DropdownMenu.Item>
      )}
    </>
  );
}
