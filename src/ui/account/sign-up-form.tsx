"use client";
import { useMutation } from "@tanstack/react-query";
import { MailCheck } from "lucide-react";
import { useState } from "react";
import { useApi } from "../api";
import { Button } from "../part/button";
import { Field, Input } from "../part/field";
import { Notice } from "../part/notice";
import { fieldError, formError } from "../refusal-of";

export function SignUpForm() {
  const api = useApi();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const signUp = useMutation(api.account.signUp.mutationOptions());
  if (signUp.data) return <CheckMail email={email} link={signUp.data.link} />;
  const failed = formError(signUp.error, ["email", "password"]);
  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        signUp.mutate({ email, password });
      }}
    >
      {failed && <Notice tone="bad">{failed}</Notice>}
      <Field label="E-mail" error={fieldError(signUp.error, "email")}>
        <Input
          type="email"
          name="email"
          autoComplete="email"
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      </Field>
      <Field label="Password" hint="At least 10 characters." error={fieldError(signUp.error, "password")}>
        <Input
          type="password"
          name="password"
          autoComplete="new-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </Field>
      <Button type="submit" kind="primary" busy={signUp.isPending} className="mt-1">
        Create account
      </Button>
    </form>
  );
}

function CheckMail({ email, link }: { email: string; link: string | null }) {
  return (
    <div role="status" className="rounded-lg border bg-panel p-5">
      <MailCheck className="size-6 text-pine" aria-hidden />
      <p className="mt-3 font-semibold text-base">Confirm your address</p>
      <p className="mt-1 text-ink-soft">
        We made a link for <span className="font-medium text-ink">{email}</span>. It works once, for 24 hours. Until
        mail is set up, whoever runs this installation finds it in the server’s log.
      </p>
      {link && (
        <>
          <p className="mt-4 text-ink-soft">This installation is local, so here it is:</p>
          <Button asChild kind="primary" className="mt-2 w-full">
            <a href={link}>Open the confirmation link</a>
          </Button>
        </>
      )}
    </div>
  );
}
