import Link from "next/link";
import type { ReactNode } from "react";
import { Wordmark } from "../mark/mark";
import { Button } from "../part/button";
import { ThemeSwitch } from "./theme-switch";

interface PublicFrameProps {
  signedIn: boolean;
  /** The colour scheme that the reader pinned. */
  theme: string | undefined;
  children: ReactNode;
}

/** The frame of pages that anybody can read. They are sent without React: nothing in it may need it. */
export function PublicFrame({ signedIn, theme, children }: PublicFrameProps) {
  return (
    <div className="flex min-h-dvh flex-col text-base">
      <header className="sticky top-0 z-30 border-b bg-ground/90 backdrop-blur">
        <div className="mx-auto flex h-16 max-w-[1080px] items-center gap-6 px-5">
          <Link href="/" className="rounded-md">
            <Wordmark />
          </Link>
          <nav aria-label="Main" className="ml-auto flex items-center gap-1.5 text-[15px] sm:gap-3">
            <Link href="/docs" className="rounded-md px-2 py-1.5 text-ink-soft hover:text-ink">
              Docs
            </Link>
            {signedIn ? (
              <Button asChild kind="primary">
                <Link href="/console" prefetch={false}>
                  Console
                </Link>
              </Button>
            ) : (
              <>
                <Link href="/sign-in" className="rounded-md px-2 py-1.5 text-ink-soft hover:text-ink">
                  Sign in
                </Link>
                <Button asChild kind="primary">
                  <Link href="/sign-up">Sign up</Link>
                </Button>
              </>
            )}
          </nav>
        </div>
      </header>
      <main className="flex-1">{children}</main>
      <footer className="border-t">
        <div className="mx-auto flex max-w-[1080px] flex-wrap items-center justify-between gap-4 px-5 py-8 text-ink-faint text-sm">
          <p>Gatehouse is open source under Apache-2.0.</p>
          <div className="flex items-center gap-5">
            <Link href="/docs" className="hover:text-ink">
              Quick start
            </Link>
            <Link href="/docs/errors" className="hover:text-ink">
              Errors
            </Link>
            <ThemeSwitch pinned={theme} />
          </div>
        </div>
      </footer>
    </div>
  );
}
