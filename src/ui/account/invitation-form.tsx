"use client";
import { useState } from "react";
import { island } from "../island/island";
import { Button } from "../part/button";
import { Field, Input } from "../part/field";
import { Notice } from "../part/notice";
import { signIn, signOut } from "./next-auth";
import { useCall } from "./use-call";

function Accept({ token, me, email }: { token: string; me: string; email: string }) {
  const accept = useCall("invitation", "accept");
  const join = () => accept.mutate({ token }, ({ tenantId }) => window.location.assign(`/${tenantId}`));
  if (me !== email) {
    return (
      <div className="grid gap-4">
        <Notice tone="warn">
          This invitation is for {email}; you are signed in as {me}. Sign out, then open the link again.
        </Notice>
        <Button onClick={() => signOut(window.location.pathname)}>Sign out</Button>
      </div>
    );
  }
  return (
    <div className="grid gap-4">
      {accept.error && <Notice tone="bad">{accept.error.message}</Notice>}
      <Button kind="primary" size="large" busy={accept.isPending} onClick={join}>
        Join as {me}
      </Button>
    </div>
  );
}

/** For who is signed in. */
export const AcceptInvitation = island("account/accept-invitation", Accept);

function Join({ token, email }: { token: string; email: string }) {
  const [password, setPassword] = useState("");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<"short" | "gone">();
  const join = async () => {
    if (password.length < 10) return setFailure("short");
    setBusy(true);
    setFailure(undefined);
    const result = await signIn("invitation", { token, password }).catch(() => undefined);
    if (result?.ok) return window.location.assign("/console");
    setBusy(false);
    setFailure("gone");
  };
  return (
    <form
      noValidate
      method="post"
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void join();
      }}
    >
      {failure === "gone" && (
        <Notice tone="bad">
          That did not work. The invitation may have been used meanwhile:{" "}
          <a href="/sign-in" className="font-medium underline">
            sign in
          </a>
        </Notice>
      )}
      <Field label="E-mail">
        <Input type="email" autoComplete="username" value={email} readOnly />
      </Field>
      <Field
        label="Choose a password"
        hint="At least 10 characters."
        error={failure === "short" ? "Use at least 10 characters." : undefined}
      >
        <Input
          type="password"
          autoComplete="new-password"
          autoFocus
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </Field>
      <Button type="submit" kind="primary" busy={busy}>
        Create account and join
      </Button>
    </form>
  );
}

/** For who has no account: the link proved the address, a password is all that is missing. */
export const JoinForm = island("account/join", Join);
