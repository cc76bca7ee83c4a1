import { cookies } from "next/headers";
import Link from "next/link";
import type { ReactNode } from "react";
import { Wordmark } from "../mark/mark";
import { ThemeSwitch } from "./theme-switch";

/** One thing to do, in the middle of the page: sign in, sign up, name a tenant. Only the thing itself may need a script. */
export async function NarrowFrame({ title, lead, children, below, wide }: NarrowFrameProps) {
  const theme = (await cookies()).get("theme")?.value;
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex items-center justify-between px-5 py-5 sm:px-8">
        <Link href="/" className="rounded-md">
          <Wordmark />
        </Link>
        <ThemeSwitch pinned={theme} />
      </header>
      <main className="flex flex-1 flex-col items-center px-4 pt-[7vh] pb-16">
        <div className={wide ? "w-full max-w-2xl" : "w-full max-w-[400px]"}>
          <h1 className="font-semibold text-2xl tracking-tight">{title}</h1>
          {lead && <p className="mt-2 text-ink-soft">{lead}</p>}
          <div className="mt-7">{children}</div>
          {below && <p className="mt-6 text-ink-soft">{below}</p>}
        </div>
      </main>
    </div>
  );
}

interface NarrowFrameProps {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
  below?: ReactNode;
  wide?: boolean;
}
