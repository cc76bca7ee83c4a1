"use client";
import { useState } from "react";
import { island } from "../island/island";
import { Button } from "../part/button";
import { Notice } from "../part/notice";
import { nextAfterSite, signIn } from "./next-auth";
import { CodeField } from "./proof-fields";

const reasons: Record<string, string> = {
  token_invalid: "This code is wrong or was used, or ten minutes have passed.",
  rate_limited: "Too many tries. Wait a while, then try again.",
};

function TwoStep() {
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
      method="post"
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {failure && (
        <Notice tone="bad">
          {failure}{" "}
          <a href="/sign-in" className="font-medium underline">
            Begin again
          </a>
        </Notice>
      )}
      <CodeField autoFocus value={code} onChange={setCode} />
      <Button type="submit" kind="primary" busy={busy}>
        Go on
      </Button>
    </form>
  );
}

/** The second step for who signed in with another site's account; what it ends stands behind the address's #. */
export const TwoStepForm = island("account/two-step", TwoStep);
