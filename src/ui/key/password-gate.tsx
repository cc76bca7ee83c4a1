"use client";
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useApi } from "../api";
import { Button } from "../part/button";
import { Dialog, DialogActions } from "../part/dialog";
import { Field, Input } from "../part/field";
import { fieldError, formError } from "../refusal-of";

interface PasswordGate {
  /** Asks for the password, then does `repeat`. */
  ask: (repeat: () => void) => void;
  dialog: ReactNode;
}

/** For actions that demand a recent sign-in: the password is asked for when the server says so, and the action repeated. */
export function usePasswordGate(): PasswordGate {
  const [repeat, setRepeat] = useState<(() => void) | null>(null);
  return {
    ask: (action) => setRepeat(() => action),
    dialog: repeat && (
      <PasswordDialog
        onClose={() => setRepeat(null)}
        onConfirmed={() => {
          setRepeat(null);
          repeat();
        }}
      />
    ),
  };
}

function PasswordDialog({ onClose, onConfirmed }: { onClose: () => void; onConfirmed: () => void }) {
  const api = useApi();
  const [password, setPassword] = useState("");
  const confirm = useMutation(api.account.confirmPassword.mutationOptions({ onSuccess: onConfirmed }));
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Confirm your password"
      description="You signed in more than ten minutes ago, and this changes who can get in."
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          confirm.mutate({ password });
        }}
      >
        <Field label="Password" error={fieldError(confirm.error, "password") ?? formError(confirm.error)}>
          <Input
            type="password"
            autoComplete="current-password"
            autoFocus
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </Field>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" kind="primary" busy={confirm.isPending}>
            Confirm
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
