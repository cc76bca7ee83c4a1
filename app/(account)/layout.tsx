import "../globals.css";
import type { ReactNode } from "react";
import { Toaster } from "sonner";
import { ApiProvider } from "@/ui/api";

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <ApiProvider>
      {children}
      <Toaster position="bottom-right" toastOptions={{ className: "!font-sans" }} />
    </ApiProvider>
  );
}
