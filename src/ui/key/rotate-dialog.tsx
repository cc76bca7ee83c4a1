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

/** Makes a new shared secret, then shows it the only time. */
export function RotateDialog({ tenantId, onClose }: { tenantId: string; onClose: () => void }) {
  const api = useApi();
  const queries = useQueryClient();
  const gate = usePasswordGate();
  const [days, setDays] = useState("7");
  const rotate = useMutation(
    api.signingSecret.rotate.mutationOptions({
      onError: (error, input) => {
        if (needsPassword(error)) gate.ask(() => rotate.mutate(input));
      },
      onSuccess: () => queries.invalidateQueries(api.signingSecret.list.queryFilter()),
    }),
  );
  if (rotate.data) {
    return (
      <Dialog open wide locked onOpenChange={() => {}} title="Your new shared secret">
        <SecretOnce
          filename="gatehouse-secret.env"
          doneLabel="Done"
          onDone={onClose}
          lines={[
            { name: "GATEHOUSE_JWT_SECRET", value: rotate.data.jwtSecret },
            { name: "GATEHOUSE_JWT_KID", value: rotate.data.kid },
          ]}
        />
      </Dialog>
    );
  }
  const error =
    rotate.error && !needsPassword(rotate.error)
      ? (fieldError(rotate.error, "overlapDays") ?? formError(rotate.error))
      : undefined;
  return (
    <>
      <Dialog
        open
        onOpenChange={onClose}
        title="Rotate the shared secret"
        description="A new secret becomes current. Put it on your server within the overlap, and no visitor notices."
      >
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            rotate.mutate({ tenantId, overlapDays: days === "" ? Number.NaN : Number(days) });
          }}
        >
          <Field
            label="Overlap in days"
            hint="How long the present secret goes on working: 0 to 30. Take 0 when it has leaked."
            error={error}
          >
            <Input
              type="number"
              min={0}
              max={30}
              inputMode="decimal"
              value={days}
              onChange={(event) => setDays(event.target.value)}
            />
          </Field>
          <DialogActions>
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" kind="primary" busy={rotate.isPending}>
              Rotate
            </Button>
          </DialogActions>
        </form>
      </Dialog>
      {gate.dialog}
    </>
  );
}
