"use client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "../api";
import { usePasswordGate } from "../key/password-gate";
import { Button } from "../part/button";
import { classNames } from "../part/class-names";
import { Dialog, DialogActions } from "../part/dialog";
import { Field, Input } from "../part/field";
import { Notice } from "../part/notice";
import { toast } from "../part/toast";
import { fieldError, formError, needsPassword } from "../refusal-of";
import { useSubmission } from "../submission";
import { mayHandle, type Role, roles } from "./role-select";

interface Props {
  tenantId: string;
  own: Role;
  /** The link, where no mail was sent. */
  onSent: (link: string | null) => void;
  onClose: () => void;
}

export function InviteDialog({ tenantId, own, onSent, onClose }: Props) {
  const api = useApi();
  const gate = usePasswordGate();
  const [email, setEmail] = useState("");
  const submission = useSubmission();
  const [role, setRole] = useState<Role>("agent");
  const send = useMutation(
    api.invitation.send.mutationOptions({
      onSuccess: ({ link }) => {
        if (!link) toast.success(`Invitation sent to ${email}`);
        onSent(link);
      },
      onError: (error, input) => needsPassword(error) && gate.ask(() => send.mutate(input)),
    }),
  );
  const error = send.error && !needsPassword(send.error) ? send.error : null;
  const failed = formError(error, ["email"]);
  return (
    <>
      <Dialog open onOpenChange={onClose} title="Invite to the team">
        <form
          noValidate
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            send.mutate({ tenantId, email, role, submission });
          }}
        >
          {failed && <Notice tone="bad">{failed}</Notice>}
          <Field label="E-mail" error={fieldError(error, "email")}>
            <Input type="email" autoFocus value={email} onChange={(event) => setEmail(event.target.value)} />
          </Field>
          <fieldset className="grid gap-1.5">
            <legend className="mb-1.5 font-medium">Role</legend>
            {roles
              .filter(([name]) => mayHandle(own, name))
              .map(([name, label, may]) => (
                <label
                  key={name}
                  className={classNames(
                    "flex cursor-pointer items-start gap-3 rounded-md border px-3 py-2 transition-colors hover:bg-raised",
                    role === name && "border-pine bg-pine-wash hover:bg-pine-wash",
                  )}
                >
                  <input
                    type="radio"
                    name="role"
                    className="mt-1 accent-(--pine)"
                    checked={role === name}
                    onChange={() => setRole(name)}
                  />
                  <span>
                    <span className="font-medium">{label}</span>
                    <span className="block text-[13px] text-ink-soft">{may}</span>
                  </span>
                </label>
              ))}
          </fieldset>
          <DialogActions>
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" kind="primary" busy={send.isPending}>
              Send invitation
            </Button>
          </DialogActions>
        </form>
      </Dialog>
      {gate.dialog}
    </>
  );
}
