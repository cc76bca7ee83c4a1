import "../globals.css";
import type { ReactNode } from "react";
import { PublicFrame } from "@/ui/shell/public-frame";
import { load } from "../caller";

export default async function PublicLayout({ children }: { children: ReactNode }) {
  const me = await load((caller) => caller.account.me());
  return <PublicFrame signedIn={me !== null}>{children}</PublicFrame>;
}
