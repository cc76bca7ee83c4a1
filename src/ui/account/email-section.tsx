"use client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "../api";
import { usePasswordGate } from "../key/password-gate";
import { Button } from "../part/button";
import { Field, Input } from "../part/field";
import { Notice } from "../part/notice";
import { Section } from "../part/section";
import { fieldError, formError, needsPassword } from "../refusal-of";

export function EmailSection({ email }: { email: string }) {
  const api = useApi();
  const gate = usePasswordGate();
  const [open, setOpen] = useState(false);
  const [next, setNext] = useState("");
  const change = useMutation(
    api.account.changeEmail.mutationOptions({
      onSuccess: () => setOpen(false),
      onError: (error, input) => needsPassword(error) && gate.ask(() => change.mutate(input)),
    }),
  );
  const error = change.error && !needsPassword(change.error) ? change.error : null;
  const failed = formError(error, ["email"]);
  return (
    <Section
      title="E-mail address"
      description={email}
      action={!open && <Button onClick={() => setOpen(true)}>Change…</Button>}
      bare={!open && !change.isSuccess}
    >
      {change.isSuccess && !open && (
        <Notice>
          Open the link that was sent to <strong className="font-medium">{next}</strong>. Until then you sign in as{" "}
          {email}. Without a mail server the link stands in the server’s log.
        </Notice>
      )}
      {open && (
        <form
          noValidate
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            change.mutate({ email: next });
          }}
        >
          {failed && <Notice tone="bad">{failed}</Notice>}
          <Field
            label="New address"
            hint="A link is sent there; nothing changes until it is opened."
            error={fieldError(error, "email")}
          >
            <Input type="email" autoFocus value={next} onChange={(event) => setNext(event.target.value)} />
          </Field>
          <div className="flex gap-2">
            <Button type="submit" kind="primary" busy={change.isPending}>
              Send the link
            </Button>
            <Button onClick={() => setOpen(false)}>Cancel</Button>
          </div>
        </form>
      )}
      {gate.dialog}
    </Section>
  );
}
