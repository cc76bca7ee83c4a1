"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "../api";
import { Button } from "../part/button";
import { Dialog, DialogActions } from "../part/dialog";
import { Field, Input } from "../part/field";
import { fieldError, formError, needsPassword } from "../refusal-of";
import { usePasswordGate } from "./password-gate";
import { SecretOnce } from "./secret-once";

/** Makes an API key, then shows it the only time. */
export function CreateKeyDialog({ tenantId, onClose }: { tenantId: string; onClose: () => void }) {
  const api = useApi();
  const queries = useQueryClient();
  const gate = usePasswordGate();
  const [name, setName] = useState("");
  const create = useMutation(
    api.apiKey.create.mutationOptions({
      onError: (error, input) => {
        if (needsPassword(error)) gate.ask(() => create.mutate(input));
      },
      onSuccess: () => queries.invalidateQueries(api.apiKey.list.queryFilter()),
    }),
  );
  if (create.data) {
    return (
      <Dialog open wide locked onOpenChange={() => {}} title="Your new API key">
        <SecretOnce
          filename="gatehouse-api-key.env"
          doneLabel="Done"
          onDone={onClose}
          lines={[{ name: "GATEHOUSE_API_KEY", value: create.data.apiKey }]}
        />
      </Dialog>
    );
  }
  const error =
    create.error && !needsPassword(create.error)
      ? (fieldError(create.error, "name") ?? formError(create.error))
      : undefined;
  return (
    <>
      <Dialog open onOpenChange={onClose} title="Create an API key">
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            create.mutate({ tenantId, name, scopes: ["sessions"] });
          }}
        >
          <Field label="Name" hint="What will use it, so that you know what breaks when you revoke it." error={error}>
            <Input autoFocus value={name} onChange={(event) => setName(event.target.value)} />
          </Field>
          <DialogActions>
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" kind="primary" busy={create.isPending}>
              Create key
            </Button>
          </DialogActions>
        </form>
      </Dialog>
      {gate.dialog}
    </>
  );
}
