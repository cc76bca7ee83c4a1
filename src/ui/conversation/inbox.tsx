"use client";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { classNames } from "../part/class-names";
import { InboxList } from "./inbox-list";
import { useInboxFeed } from "./use-inbox-feed";

interface InboxProps {
  tenantId: string;
  origins: string[];
  /** The conversation that is open. */
  children: ReactNode;
}

/** List and transcript side by side; on a phone one after the other. */
export function Inbox({ tenantId, origins, children }: InboxProps) {
  const base = `/${tenantId}/conversations`;
  const path = usePathname();
  const open = path.startsWith(`${base}/`) ? path.slice(base.length + 1) : null;
  const live = useInboxFeed(tenantId);
  return (
    <div
      data-wide
      className="-mx-4 -my-7 sm:-mx-8 md:-my-8 flex h-[calc(100dvh-56px)] overflow-hidden border-b bg-panel"
    >
      <div className={classNames("flex w-full flex-col border-r lg:w-[340px] xl:w-[380px]", open && "max-lg:hidden")}>
        <InboxList tenantId={tenantId} origins={origins} open={open} live={live} />
      </div>
      <div className={classNames("min-w-0 flex-1 overflow-hidden bg-ground", !open && "max-lg:hidden")}>{children}</div>
    </div>
  );
}
