import "../globals.css";
import type { ReactNode } from "react";

/** Without the console's client: who comes to sign in waits for no more than the form. Pages that need it bring it. */
export default function Layout({ children }: { children: ReactNode }) {
  return children;
}
