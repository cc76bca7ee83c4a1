"use client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "../api";
import { Button } from "../part/button";
import { Dialog, DialogActions } from "../part/dialog";
import { Field, Input } from "../part/field";
import { StaleNotice } from "../part/stale-notice";
import { fieldError, formError, isStale } from "../refusal-of";
import { useSubmission } from "../submission";
import { NewSecretDialog } from "./new-secret-dialog";
import type { Secret } from "./signing-secrets";
import { shown, useSecretChange } from "./use-secret-change";

interface RotateDialogProps {
  tenantId: string;
  current: Secret | undefined;
  onClose: () => void;
}

/** Makes a new shared secret, then shows it the only time. */
export function RotateDialog({ tenantId, current, onClose }: RotateDialogProps) {
  const api = useApi();
  const change = useSecretChange();
  const submission = useSubmission();
  const [seen] = useState(current);
  const [days, setDays] = useState("7");
  const rotate = useMutation(
    api.signingSecret.rotate.mutationOptions({
      onError: (error, input) => change.orPassword(error, () => rotate.mutate(input)),
      onSettled: change.reload,
    }),
  );
  if (rotate.data) return <NewSecretDialog made={rotate.data} onClose={onClose} />;
  const error = shown(rotate.error);
  const stale = isStale(error);
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
            const overlapDays = days === "" ? Number.NaN : Number(days);
            rotate.mutate({ tenantId, overlapDays, seenKid: seen?.kid ?? null, submission });
          }}
        >
          {stale && <StaleNotice words={error?.message ?? ""} onUse={onClose} />}
          <p className="mb-4 text-ink-soft">{toWords(seen?.requests ?? 0, Number(days))}</p>
          <Field
            label="Overlap in days"
            hint="How long the present secret goes on working: 0 to 30."
            error={fieldError(error, "overlapDays") ?? (stale ? undefined : formError(error))}
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
            <Button type="submit" kind="primary" busy={rotate.isPending} disabled={stale}>
              Rotate
            </Button>
          </DialogActions>
        </form>
      </Dialog>
      {change.dialog}
    </>
  );
}

function toWords(requests: number, days: number): string {
  const used = `${requests.toLocaleString("en")} ${requests === 1 ? "request" : "requests"} in 24 h used the present secret`;
  if (days > 0) return `${used}; it goes on working until the overlap ends.`;
  return `${used}: whatever is signed with it is refused from now on, until your server has the new one.`;
}
