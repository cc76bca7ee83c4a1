"use client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "../api";
import { usePasswordGate } from "../key/password-gate";
import { Button } from "../part/button";
import { Dialog, DialogActions } from "../part/dialog";
import { Field, Input } from "../part/field";
import { Notice } from "../part/notice";
import { Section } from "../part/section";
import { fieldError, formError, needsPassword } from "../refusal-of";

export function DeleteTenant({ tenantId, name }: { tenantId: string; name: string }) {
  const api = useApi();
  const gate = usePasswordGate();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const remove = useMutation(
    api.tenant.delete.mutationOptions({
      onSuccess: () => window.location.assign("/console"),
      onError: (error, input) => needsPassword(error) && gate.ask(() => remove.mutate(input)),
    }),
  );
  const error = remove.error && !needsPassword(remove.error) ? remove.error : null;
  const failed = formError(error, ["name"]);
  return (
    <Section
      bare
      title="Delete this tenant"
      description="Its keys, knowledge and conversations go at once; widgets that carry its key are refused."
      action={
        <Button kind="danger" onClick={() => setOpen(true)}>
          Delete tenant…
        </Button>
      }
    >
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={`Delete “${name}”?`}
        description="Everything of it goes but the record of what was done. This cannot be undone."
      >
        <form
          noValidate
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            remove.mutate({ tenantId, name: typed });
          }}
        >
          {failed && <Notice tone="bad">{failed}</Notice>}
          <Field label={`Type ${name} to go on`} error={fieldError(error, "name")}>
            <Input autoFocus autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} />
          </Field>
          <DialogActions>
            <Button onClick={() => setOpen(false)}>Cancel</Button>
            <Button type="submit" kind="danger" busy={remove.isPending} disabled={typed.trim() !== name}>
              Delete tenant
            </Button>
          </DialogActions>
        </form>
      </Dialog>
      {gate.dialog}
    </Section>
  );
}
