"use client";
import { type RefObject, useEffect } from "react";

/** j and k (or the arrows) move through a list's links, Enter opens as it does for every link, / goes to the search. */
export function useListKeys(list: RefObject<HTMLUListElement | null>, open: string | null): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { key, target, metaKey, ctrlKey, altKey } = event;
      if (metaKey || ctrlKey || altKey || isTyping(target) || document.querySelector("[role=dialog]")) return;
      if (key === "/") {
        event.preventDefault();
        document.querySelector<HTMLInputElement>("[data-inbox-search]")?.focus();
        return;
      }
      const inList = target instanceof Node && list.current?.contains(target);
      const step =
        key === "j" || (inList && key === "ArrowDown") ? 1 : key === "k" || (inList && key === "ArrowUp") ? -1 : 0;
      if (step === 0) return;
      const links = [...(list.current?.querySelectorAll("a") ?? [])];
      const at = links.indexOf(document.activeElement as HTMLAnchorElement);
      const from = at >= 0 ? at : links.findIndex((link) => open !== null && link.pathname.endsWith(`/${open}`));
      const next = links[from < 0 ? 0 : Math.min(Math.max(from + step, 0), links.length - 1)];
      event.preventDefault();
      next?.focus();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [list, open]);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable]");
}
