"use client";
import Link from "next/link";
import { useState } from "react";
import { Button } from "../part/button";
import { Notice } from "../part/notice";
import { nextAfterSite, signIn } from "./next-auth";
import { CodeField } from "./proof-fields";

const reasons: Record<string, string> = {
  token_invalid: "This code is wrong or was used, or ten minutes have passed.",
  rate_limited: "Too many tries. Wait a while, then try again.",
};

/** The second step for who signed in with another site's account; what it ends stands behind the address's #. */
export function TwoStepForm() {
  const [code, setCode] = useState("");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const submit = async () => {
    setBusy(true);
    setFailure(undefined);
    const ticket = window.location.hash.slice(1);
    const result = await signIn("two-step", { ticket, code }).catch(() => undefined);
    if (result?.ok) return window.location.assign(nextAfterSite());
    setBusy(false);
    setFailure(reasons[result?.error ?? ""] ?? "Signing in did not work. Try again in a moment.");
  };
  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {failure && (
        <Notice tone="bad">
          {failure}{" "}
          <Link href="/sign-in" className="font-medium underline">
            Begin again
          </Link>
        </Notice>
      )}
      <CodeField autoFocus value={code} onChange={setCode} />
      <Button type="submit" kind="primary" busy={busy}>
        Go on
      </Button>
    </form>
  );
}
