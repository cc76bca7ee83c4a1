"use client";
import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import { useState } from "react";
import { classNames } from "./class-names";
import type { DialogProps } from "./dialog";

/** An open dialog; `dialog.tsx` fetches it. */
export function DialogFrame({ open, onOpenChange, title, description, children, wide, locked }: DialogProps) {
  // Radix gives the focus back to a trigger of its own only; ours is whatever had the focus.
  const [opener] = useState(() => document.activeElement);
  const giveBack = (event: Event) => {
    event.preventDefault();
    if (opener instanceof HTMLElement) opener.focus();
  };
  const stay = locked ? (event: Event) => event.preventDefault() : undefined;
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-black/40 backdrop-blur-[1px]" />
        <Radix.Content
          onCloseAutoFocus={giveBack}
          onEscapeKeyDown={stay}
          onPointerDownOutside={stay}
          onInteractOutside={stay}
          {...(description ? {} : { "aria-describedby": undefined })}
          className={classNames(
            "animate-appear fixed inset-x-0 top-[8vh] z-50 mx-auto max-h-[84vh] w-[calc(100%-24px)] overflow-y-auto rounded-lg border border-line-strong bg-panel shadow-xl max-sm:top-auto max-sm:bottom-3",
            wide ? "max-w-2xl" : "max-w-md",
          )}
        >
          <div className="flex items-start justify-between gap-4 px-5 pt-5">
            <div>
              <Radix.Title className="font-semibold text-base">{title}</Radix.Title>
              {description && <Radix.Description className="mt-1 text-ink-soft">{description}</Radix.Description>}
            </div>
            {!locked && (
              <Radix.Close className="-mt-1 -mr-1 rounded-md p-1.5 text-ink-faint hover:bg-raised hover:text-ink">
                <X className="size-4" aria-hidden />
                <span className="sr-only">Close</span>
              </Radix.Close>
            )}
          </div>
          <div className="p-5">{children}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
