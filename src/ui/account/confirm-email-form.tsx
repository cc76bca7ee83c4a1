"use client";
import { island } from "../island/island";
import { Button } from "../part/button";
import { Notice } from "../part/notice";
import { useCall } from "./use-call";

function ConfirmEmail({ token }: { token: string }) {
  const confirm = useCall("account", "confirmEmail");
  if (confirm.data) {
    return (
      <div className="grid gap-4">
        <p className="text-ink-soft">
          From now on you sign in as <strong className="font-medium text-ink">{confirm.data.email}</strong>.
        </p>
        <Button asChild kind="primary">
          <a href="/account">Go to your account</a>
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

/** A press, not the visit, uses the link up: mail scanners open links too. */
export const ConfirmEmailForm = island("account/confirm-email", ConfirmEmail);
