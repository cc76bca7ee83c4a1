"use client";
import { Search } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { Key } from "../part/key";
import { leaps } from "./leaps";
import { isThere } from "./pages";
import type { Role } from "./role";
import type { TenantName } from "./tenant-menu";

const Palette = dynamic(() => import("./palette").then((part) => part.Palette), { ssr: false });

interface CommandKeyProps {
  tenants: TenantName[];
  tenantId: string;
  role: Role;
}

const PAUSE_MS = 1000;

/** Opens the palette by a press or by ⌘K, and leaps to pages by g and a letter. */
export function CommandKey({ tenants, tenantId, role }: CommandKeyProps) {
  const [open, setOpen] = useState(false);
  const router = useRouter();
  const opener = useRef<Element | null>(null);
  useEffect(() => {
    if (open) return;
    if (opener.current instanceof HTMLElement) opener.current.focus();
    opener.current = null;
  }, [open]);
  useEffect(() => {
    let leapingUntil = 0;
    const onKey = (event: KeyboardEvent) => {
      const { key, metaKey, ctrlKey, altKey, target } = event;
      if ((metaKey || ctrlKey) && key.toLowerCase() === "k") {
        event.preventDefault();
        opener.current ??= document.activeElement;
        setOpen((present) => !present);
        return;
      }
      const typing = target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable]");
      if (metaKey || ctrlKey || altKey || typing || document.querySelector("[role=dialog]")) return;
      if (key === "g") leapingUntil = Date.now() + PAUSE_MS;
      else if (Date.now() < leapingUntil) {
        const page = leaps[key];
        if (page === undefined || !isThere(page, role)) return;
        leapingUntil = 0;
        event.preventDefault();
        router.push(`/${tenantId}${page}`);
      }
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [router, tenantId, role]);
  return (
    <>
      <button
        type="button"
        onClick={(event) => {
          opener.current = event.currentTarget;
          setOpen(true);
        }}
        className="flex h-8 items-center gap-2 rounded-md border bg-panel px-2.5 text-ink-faint transition-colors hover:bg-raised hover:text-ink"
      >
        <Search className="size-4" aria-hidden />
        <span className="text-[13px] max-lg:sr-only">Go to…</span>
        <span className="flex gap-1 max-lg:hidden" aria-hidden>
          <Key>Ctrl</Key>
          <Key>K</Key>
        </span>
      </button>
      {open && <Palette tenants={tenants} tenantId={tenantId} role={role} onClose={() => setOpen(false)} />}
    </>
  );
}
