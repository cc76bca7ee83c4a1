"use client";
import { useState } from "react";
import { island } from "../island/island";
import { Button } from "../part/button";
import { Field, Input } from "../part/field";
import { Notice } from "../part/notice";
import { signIn } from "./next-auth";
import { dropTicket, readTicket } from "./sign-up-ticket";

const OTHER = "That did not work. Try again in a moment.";
const LIMITED = "Too many tries. Wait ten minutes, then try again.";

function Verify({ token }: { token: string }) {
  const [state, setState] = useState<"ready" | "busy" | "gone">("ready");
  const [password, setPassword] = useState<string>();
  const [failure, setFailure] = useState<string>();
  const confirm = async () => {
    if (password !== undefined && password.length < 10) return setFailure("Use at least 10 characters.");
    setState("busy");
    setFailure(undefined);
    const ticket = readTicket();
    const given: Record<string, string> = password ? { password } : ticket ? { ticket } : {};
    const result = await signIn("link", { token, ...given }).catch(() => undefined);
    if (result?.ok) {
      dropTicket();
      return window.location.assign("/console");
    }
    if (result?.error === "not_found") return setState("gone");
    setState("ready");
    if (result?.error === "input_invalid" && password === undefined) return setPassword("");
    setFailure(result?.error === "rate_limited" ? LIMITED : OTHER);
  };
  if (state === "gone") {
    return (
      <div className="grid gap-4">
        <Notice tone="bad">This link was used already or has expired.</Notice>
        <div className="flex gap-2">
          <Button asChild kind="primary">
            <a href="/sign-in">Sign in</a>
          </Button>
          <Button asChild>
            <a href="/sign-up">Sign up again</a>
          </Button>
        </div>
      </div>
    );
  }
  return (
    <form
      noValidate
      method="post"
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void confirm();
      }}
    >
      {password === undefined ? (
        failure && <Notice tone="bad">{failure}</Notice>
      ) : (
        <>
          <Notice>
            You opened the link in another browser than the one you signed up in. Choose the password of your account
            here: it replaces the one entered there.
          </Notice>
          <Field label="Password" hint="At least 10 characters." error={failure}>
            <Input
              type="password"
              name="password"
              autoComplete="new-password"
              autoFocus
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          </Field>
        </>
      )}
      <Button type="submit" kind="primary" size="large" className="w-full" busy={state === "busy"}>
        Confirm and sign in
      </Button>
    </form>
  );
}

/**
 * A press, not the visit, uses the link up: mail scanners open links too. In another browser than the one that signed
 * up, the password is chosen here: whose sign-up sent the letter, nobody can tell.
 */
export const VerifyForm = island("account/verify", Verify);
