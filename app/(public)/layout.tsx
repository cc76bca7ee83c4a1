import "../globals.css";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { PublicFrame } from "@/ui/shell/public-frame";
import { load } from "../caller";

export default async function PublicLayout({ children }: { children: ReactNode }) {
  const theme = (await cookies()).get("theme")?.value;
  const me = await load((caller) => caller.account.me());
  return (
    <PublicFrame signedIn={me !== null} theme={theme}>
      {children}
    </PublicFrame>
  );
}
