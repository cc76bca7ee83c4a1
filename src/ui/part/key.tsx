import type { ReactNode } from "react";

/** A key of the keyboard. */
export function Key({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-grid min-w-5 place-items-center rounded-sm border border-line-strong bg-panel px-1 font-sans text-[11px] text-ink-soft leading-4">
      {children}
    </kbd>
  );
}
