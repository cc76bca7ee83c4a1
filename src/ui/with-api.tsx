import type { ReactNode } from "react";
import { ApiProvider } from "./api";
import { Toasts } from "./part/toasts";

/** What pages of somebody signed in stand in. */
export function WithApi({ children }: { children: ReactNode }) {
  return (
    <ApiProvider>
      {children}
      <Toasts />
    </ApiProvider>
  );
}
