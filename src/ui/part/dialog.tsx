"use client";
import dynamic from "next/dynamic";
import type { ReactNode } from "react";

export interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: ReactNode;
  children: ReactNode;
  wide?: boolean;
  /** What is shown once cannot be closed by a stray click: the content has its own way out. */
  locked?: boolean;
}

// No page waits for what opens only when it is asked for.
const DialogFrame = dynamic(() => import("./dialog-frame").then((part) => part.DialogFrame), { ssr: false });

/** Keeps the focus inside, closes by Escape and gives the focus back. */
export function Dialog(props: DialogProps) {
  return props.open ? <DialogFrame {...props} /> : null;
}

/** The row of buttons that ends a dialog. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className="mt-5 flex flex-wrap justify-end gap-2">{children}</div>;
}
