"use client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "../api";
import { Button } from "../part/button";
import { Dialog, DialogActions } from "../part/dialog";
import { Field, Input } from "../part/field";
import { fieldError, formError } from "../refusal-of";
import { useSubmission } from "../submission";
import { type Scope, ScopeChoice } from "./scope-choice";
import { SecretDialog } from "./secret-dialog";
import { shown, useSecretChange } from "./use-secret-change";

/** Makes an API key, then shows it the only time. */
export function CreateKeyDialog({ tenantId, onClose }: { tenantId: string; onClose: () => void }) {
  const api = useApi();
  const change = useSecretChange();
  const submission = useSubmission();
  const [name, setName] = useState("");
  const [scopes, setScopes] = useState<Scope[]>(["sessions"]);
  const [until, setUntil] = useState("");
  const create = useMutation(
    api.apiKey.create.mutationOptions({
      onError: (error, input) => change.orPassword(error, () => create.mutate(input)),
      onSettled: change.reload,
    }),
  );
  if (create.data) {
    const lines = [{ name: "GATEHOUSE_API_KEY", value: create.data.apiKey }];
    return <SecretDialog title="Your new API key" filename="gatehouse-api-key.env" lines={lines} onClose={onClose} />;
  }
  const error = shown(create.error);
  return (
    <>
      <Dialog open onOpenChange={onClose} title="Create an API key">
        <form
          noValidate
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            // The whole day counts.
            const expiresAt = until ? new Date(`${until}T23:59:59`).toISOString() : null;
            create.mutate({ tenantId, name, scopes, expiresAt, submission });
          }}
        >
          <Field
            label="Name"
            hint="What will use it, so that you know what breaks when you revoke it."
            error={fieldError(error, "name") ?? formError(error, ["scopes", "expiresAt"])}
          >
            <Input autoFocus value={name} onChange={(event) => setName(event.target.value)} />
          </Field>
          <ScopeChoice chosen={scopes} onChange={setScopes} error={fieldError(error, "scopes")} />
          <Field
            label="Expires (optional)"
            hint="Refused from the end of that day on. Leave it empty for a key that stays."
            error={fieldError(error, "expiresAt")}
          >
            <Input type="date" value={until} onChange={(event) => setUntil(event.target.value)} />
          </Field>
          <DialogActions>
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" kind="primary" busy={create.isPending}>
              Create key
            </Button>
          </DialogActions>
        </form>
      </Dialog>
      {change.dialog}
    </>
  );
}
