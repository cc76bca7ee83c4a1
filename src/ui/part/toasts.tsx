"use client";
import dynamic from "next/dynamic";

const Toaster = dynamic(() => import("sonner").then((part) => part.Toaster), { ssr: false });

/** Where toasts appear. */
export function Toasts() {
  return <Toaster position="bottom-right" toastOptions={{ className: "!font-sans" }} />;
}
