"use client";
import Link from "next/link";
import { signIn } from "next-auth/react";
import { useState } from "react";
import { Button } from "../part/button";
import { Notice } from "../part/notice";

/** A press, not the visit, uses the link up: mail scanners open links too. */
export function VerifyForm({ token }: { token: string }) {
  const [state, setState] = useState<"ready" | "busy" | "refused">("ready");
  const confirm = async () => {
    setState("busy");
    const result = await signIn("link", { token, redirect: false }).catch(() => undefined);
    if (result?.ok) window.location.assign("/console");
    else setState("refused");
  };
  if (state === "refused") {
    return (
      <div className="grid gap-4">
        <Notice tone="bad">This link was used already or has expired.</Notice>
        <div className="flex gap-2">
          <Button asChild kind="primary">
            <Link href="/sign-in">Sign in</Link>
          </Button>
          <Button asChild>
            <Link href="/sign-up">Sign up again</Link>
          </Button>
        </div>
      </div>
    );
  }
  return (
    <Button kind="primary" size="large" className="w-full" busy={state === "busy"} onClick={confirm}>
      Confirm and sign in
    </Button>
  );
}
