"use client";
import Link from "next/link";
import { Button } from "../part/button";
import { Notice } from "../part/notice";
import { useCall } from "./use-call";

/** A press, not the visit, uses the link up: mail scanners open links too. */
export function ConfirmEmailForm({ token }: { token: string }) {
  const confirm = useCall("account", "confirmEmail");
  if (confirm.data) {
    return (
      <div className="grid gap-4">
        <p className="text-ink-soft">
          From now on you sign in as <strong className="font-medium text-ink">{confirm.data.email}</strong>.
        </p>
        <Button asChild kind="primary">
          <Link href="/account">Go to your account</Link>
        </Button>
      </div>
    );
  }
  return (
    <div className="grid gap-4">
      {confirm.error && <Notice tone="bad">{confirm.error.message}</Notice>}
      <Button kind="primary" size="large" busy={confirm.isPending} onClick={() => confirm.mutate({ token })}>
        Use this address
      </Button>
    </div>
  );
}
