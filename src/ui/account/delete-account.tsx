"use client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "../api";
import { usePasswordGate } from "../key/password-gate";
import type { Outputs } from "../outputs";
import { Button } from "../part/button";
import { Dialog, DialogActions } from "../part/dialog";
import { Notice } from "../part/notice";
import { formError, needsPassword } from "../refusal-of";
import { noProof, ProofFields, toProof } from "./proof-fields";

export function DeleteAccount({ security }: { security: Outputs["account"]["security"] }) {
  const api = useApi();
  const gate = usePasswordGate();
  const [open, setOpen] = useState(false);
  const [proof, setProof] = useState(noProof);
  const remove = useMutation(
    api.account.delete.mutationOptions({
      onSuccess: () => window.location.assign("/sign-in"),
      onError: (error, input) => needsPassword(error) && gate.ask(() => remove.mutate(input)),
    }),
  );
  const failed = formError(remove.error, ["password", "code"]);
  return (
    <>
      <Button kind="danger" onClick={() => setOpen(true)}>
        Delete account…
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Delete your account?"
        description="Your sign-ins, passkeys and places in teams go at once. This cannot be undone."
      >
        <form
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            remove.mutate(toProof(proof));
          }}
        >
          {failed && <Notice tone="bad">{failed}</Notice>}
          <ProofFields
            autoFocus
            value={proof}
            onChange={setProof}
            error={remove.error}
            hasPassword={security.hasPassword}
            twoStep={Boolean(security.twoStepSince)}
          />
          <DialogActions>
            <Button onClick={() => setOpen(false)}>Cancel</Button>
            <Button type="submit" kind="danger" busy={remove.isPending}>
              Delete account
            </Button>
          </DialogActions>
        </form>
      </Dialog>
      {gate.dialog}
    </>
  );
}
