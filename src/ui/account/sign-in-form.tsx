"use client";
import { signIn } from "next-auth/react";
import { useState } from "react";
import { Button } from "../part/button";
import { Field, Input } from "../part/field";
import { Notice } from "../part/notice";

const reasons: Record<string, string> = {
  token_invalid: "E-mail or password is wrong, or the address is not confirmed yet.",
  rate_limited: "Too many tries. Wait ten minutes, then try again.",
};
const OTHER = "Signing in did not work. Try again in a moment.";

export function SignInForm({ next }: { next: string }) {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const submit = async () => {
    setBusy(true);
    setFailure(undefined);
    const result = await signIn("password", { email, password, redirect: false }).catch(() => undefined);
    if (result?.ok) {
      window.location.assign(next);
      return;
    }
    setBusy(false);
    setFailure(reasons[result?.error ?? ""] ?? OTHER);
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
      {failure && <Notice tone="bad">{failure}</Notice>}
      <Field label="E-mail">
        <Input
          type="email"
          name="email"
          autoComplete="username"
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      </Field>
      <Field label="Password">
        <Input
          type="password"
          name="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </Field>
      <Button type="submit" kind="primary" busy={busy} className="mt-1">
        Sign in
      </Button>
    </form>
  );
}
