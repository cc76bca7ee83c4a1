"use client";
import { MailCheck } from "lucide-react";
import { useState } from "react";
import { island } from "../island/island";
import { Button } from "../part/button";
import { Field, Input } from "../part/field";
import { Notice } from "../part/notice";
import { fieldError, formError } from "../refusal-of";
import { Or } from "./or";
import { keepTicket } from "./sign-up-ticket";
import { type Site, SiteButtons } from "./site-buttons";
import { useCall } from "./use-call";

function SignUp({ sites }: { sites: Site[] }) {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [siteFailed, setSiteFailed] = useState(false);
  const signUp = useCall("account", "signUp");
  if (signUp.data) return <CheckMail email={email} link={signUp.data.link} />;
  const failed = siteFailed
    ? "That did not work. Try again in a moment."
    : formError(signUp.error, ["email", "password"]);
  return (
    <form
      noValidate
      method="post"
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        signUp.mutate({ email, password }, ({ ticket }) => keepTicket(ticket));
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
      {sites.length > 0 && <Or />}
      <SiteButtons sites={sites} next="/console" onFailure={() => setSiteFailed(true)} />
    </form>
  );
}

/** `sites`: others whose accounts may sign in; for them there is nothing to fill in. */
export const SignUpForm = island("account/sign-up", SignUp);

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
