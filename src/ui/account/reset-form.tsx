"use client";
import { MailCheck } from "lucide-react";
import { useState } from "react";
import { island } from "../island/island";
import { Button } from "../part/button";
import { Field, Input } from "../part/field";
import { Notice } from "../part/notice";
import { fieldError, formError } from "../refusal-of";
import { useCall } from "./use-call";

function RequestReset() {
  const [email, setEmail] = useState("");
  const request = useCall("account", "requestReset");
  if (request.isSuccess) {
    return (
      <div className="grid gap-3 rounded-lg border bg-panel p-5">
        <MailCheck className="size-6 text-pine" aria-hidden />
        <p className="font-medium">Look into your mail</p>
        <p className="text-ink-soft">
          If there is an account for <strong className="font-medium text-ink">{email}</strong>, a link is on its way. It
          is good for 30 minutes. On an installation without a mail server it stands in the server’s log.
        </p>
      </div>
    );
  }
  const failed = formError(request.error, ["email"]);
  return (
    <form
      noValidate
      method="post"
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        request.mutate({ email });
      }}
    >
      {failed && <Notice tone="bad">{failed}</Notice>}
      <Field label="E-mail" error={fieldError(request.error, "email")}>
        <Input
          type="email"
          autoComplete="username"
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      </Field>
      <Button type="submit" kind="primary" busy={request.isPending}>
        Send the link
      </Button>
    </form>
  );
}

/** Asks for a link by mail. What it says next is the same for every address. */
export const RequestResetForm = island("account/request-reset", RequestReset);

function ResetPassword({ token }: { token: string }) {
  const [password, setPassword] = useState("");
  const reset = useCall("account", "resetPassword");
  if (reset.isSuccess) {
    return (
      <div className="grid gap-4">
        <p className="text-ink-soft">Your new password is set, and every sign-in was ended.</p>
        <Button asChild kind="primary">
          <a href="/sign-in">Sign in</a>
        </Button>
      </div>
    );
  }
  const failed = formError(reset.error, ["password"]);
  return (
    <form
      noValidate
      method="post"
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        reset.mutate({ token, password });
      }}
    >
      {failed && (
        <Notice tone="bad">
          {failed}{" "}
          <a href="/reset" className="font-medium underline">
            Send another link
          </a>
        </Notice>
      )}
      <Field label="New password" hint="At least 10 characters." error={fieldError(reset.error, "password")}>
        <Input
          type="password"
          autoComplete="new-password"
          autoFocus
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </Field>
      <Button type="submit" kind="primary" busy={reset.isPending}>
        Set password
      </Button>
    </form>
  );
}

/** Sets the new password by the link's token. */
export const ResetPasswordForm = island("account/reset-password", ResetPassword);
